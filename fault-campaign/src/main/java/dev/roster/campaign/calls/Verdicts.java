package dev.roster.campaign.calls;

import dev.roster.campaign.record.CallReport;
import java.util.List;

/** Takes the judgements of a run's calls. Thread-safe. */
public interface Verdicts {

  /** A call has ended, and broke these sentences of the law. */
  void ended(CallReport call, List<String> broken);

  /** A mistake of the campaign itself. */
  void mistake(long call, Throwable mistake);
}
