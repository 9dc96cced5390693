package dev.roster.campaign.law;

import dev.roster.campaign.record.CallReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One-time passwords are in no text: of no result, no failure and no cause of it. */
public final class SecrecyLaw {

  private SecrecyLaw() {}

  /**
   * The sentences that a call broke.
   *
   * @param call the call
   * @param secrets the one-time passwords that the service gave out
   */
  public static List<String> brokenBy(CallReport call, Set<String> secrets) {
    if (secrets.isEmpty()) {
      return List.of();
    }
    String text = call.value() + "\n" + trace(call.error());
    return secrets.stream().anyMatch(text::contains)
        ? List.of("a one-time password is in a text")
        : List.of();
  }

  /** With the messages of its causes and of what it suppresses. */
  private static String trace(@Nullable Throwable error) {
    StringWriter text = new StringWriter();
    if (error != null) {
      error.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }
}
