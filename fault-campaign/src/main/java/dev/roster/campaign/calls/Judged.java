package dev.roster.campaign.calls;

import dev.roster.campaign.record.CallReport;
import java.util.List;
import java.util.function.Supplier;

/**
 * A call that has ended, and what it broke of the law of its kind.
 *
 * @param call the call
 * @param broken the sentences that it broke
 */
public record Judged(CallReport call, List<String> broken) {

  /** A call that only breaks the law of its kind by what it returned. */
  static Judged byValue(CallReport call, Supplier<List<String>> broken) {
    return new Judged(call, call.error() == null ? broken.get() : List.of());
  }
}
