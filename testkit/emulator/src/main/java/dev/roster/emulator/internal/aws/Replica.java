package dev.roster.emulator.internal.aws;

import dev.roster.emulator.internal.exchange.RequestRefusedException;
import dev.roster.emulator.internal.wire.Request;
import dev.roster.memory.StoreOperation;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Regions that hold copies: they take reads, and refuse writes.
 *
 * @param primary the one Region that takes writes; null where every Region does
 * @param refusal makes the refusal of its words
 * @param namesPrimary whether the words name the primary Region
 */
record Replica(
    @Nullable String primary,
    Function<String, RequestRefusedException> refusal,
    boolean namesPrimary) {

  private static final Pattern REGION =
      Pattern.compile("Credential=[^/,]+/[0-9]{8}/([a-z0-9-]{1,63})/");

  void requireReadOrPrimary(StoreOperation operation, Request request) {
    if (primary == null || !operation.isWrite()) {
      return;
    }
    Matcher region = REGION.matcher(request.header("authorization").orElse(""));
    if (region.find() && !region.group(1).equals(primary)) {
      throw refusal.apply(
          "This operation is only supported in the primary Region"
              + (namesPrimary ? " " + primary : "")
              + " of the IAM Identity Center instance");
    }
  }
}
