package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.internal.http.BodyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The section {@code [basic]} of a profile file in the INI format. */
final class ProfileText {

  private static final String SECTION = "[basic]";

  private final Map<String, String> values;
  private final boolean endsWithLine;

  private ProfileText(String text) {
    this.values = section(text);
    this.endsWithLine = text.endsWith("\n") || text.endsWith("\r");
  }

  static ProfileText read(Path file) throws IOException {
    return new ProfileText(FileText.read(file, BodyReader.DOCUMENT_CAP));
  }

  private static Map<String, String> section(String text) {
    Map<String, String> values = new HashMap<>();
    boolean inside = false;
    for (String each : text.lines().toList()) {
      String line = each.strip();
      if (line.startsWith("[")) {
        inside = line.equals(SECTION);
      } else if (inside) {
        put(line, values);
      }
    }
    return values;
  }

  private static void put(String line, Map<String, String> values) {
    int equals = line.indexOf('=');
    boolean comment = line.startsWith("#") || line.startsWith(";");
    if (equals > 0 && !comment) {
      values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
  }

  HuaweiCredentials credentials(Path file) {
    return new CredentialsFields(values::get)
        .read(
            "profile file %s, section %s".formatted(file, SECTION),
            "ak",
            "sk",
            "security_token",
            "project_id");
  }

  /** Whether this may be the beginning of a text like the one before. */
  boolean looksCutBeside(ProfileText before) {
    return !endsWithLine || !values.keySet().containsAll(before.values.keySet());
  }

  static MissingCredentialsException unreadable(Path file, IOException failure) {
    return new MissingCredentialsException(
        "profile file %s: cannot be read (%s)".formatted(file, failure.getClass().getSimpleName()));
  }
}
