package dev.roster.campaign.law;

import dev.roster.RosterException;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.AttemptRecord;
import dev.roster.campaign.record.Change;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.record.StoredEntry;
import dev.roster.directory.CreatedEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write of a user or group that has ended, what it said, and what is true.
 *
 * @param action create, update or delete
 * @param wanted what an update or create sets; null where it clears
 * @param before what had the name when it began; null where nothing had
 * @param after what had the name when it had ended
 * @param own what its own requests changed, those that arrived late included
 * @param created what a create returned; null for other writes and for those that failed
 * @param error what it threw; null where it succeeded
 * @param attempts its attempts
 * @param exchanges its requests that the proxy saw
 * @param timing what time it had
 * @param lagging whether reads lag
 */
public record EntryReport(
    Action action,
    @Nullable String wanted,
    @Nullable StoredEntry before,
    @Nullable StoredEntry after,
    List<Change<StoredEntry>> own,
    @Nullable CreatedEntry<?> created,
    @Nullable RosterException error,
    List<AttemptRecord> attempts,
    List<Exchange> exchanges,
    WriteReport.Timing timing,
    boolean lagging) {}
