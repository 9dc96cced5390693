package dev.roster.campaign.calls;

import dev.roster.campaign.record.CallReport;
import java.util.List;

/**
 * A call that has ended, and what it broke of the law of its kind.
 *
 * @param call the call
 * @param broken the sentences that it broke
 */
public record Judged(CallReport call, List<String> broken) {}
