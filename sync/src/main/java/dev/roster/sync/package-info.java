/**
 * Groups that follow a file or another system: {@link dev.roster.sync.SyncRun} puts a whole run
 * together, from the source to the audit, and {@link dev.roster.sync.Snapshot} keeps what was
 * there.
 */
@org.jspecify.annotations.NullMarked
package dev.roster.sync;
