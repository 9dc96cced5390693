package dev.roster.sync;

import dev.roster.RosterException;
import dev.roster.bulk.ItemStatus;
import dev.roster.directory.KnownNames;
import dev.roster.reconcile.ChangeOutcome;
import dev.roster.reconcile.PlannedChange;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file to which one JSON line is added for each change, never altered, and on the disk before the
 * next change of the same group begins. Thread-safe.
 *
 * <p>A line has these fields, those in brackets only where they are known: {@code time}, {@code
 * by}, {@code plan} (the checksum), {@code action} ({@code add}, {@code remove}, {@code begin},
 * {@code end}), {@code group}, {@code [group_name]}, {@code member}, {@code [member_name]}, {@code
 * outcome} (the {@link ItemStatus} in lower case), {@code [error]}, {@code [request_id]}.
 */
public final class AuditFile implements AutoCloseable {

  private final Path file;
  private final FileOutputStream stream;
  private final InstantSource clock;
  private final String by;

  private AuditFile(Path file, FileOutputStream stream, InstantSource clock, String by) {
    this.file = file;
    this.stream = stream;
    this.clock = clock;
    this.by = by;
  }

  /**
   * Opens a file to add to it; makes it where it is not there.
   *
   * @param file the file
   * @param clock gives the time of each line
   * @param by who has the changes made
   * @return an open file
   * @throws UncheckedIOException if it cannot be opened
   */
  public static AuditFile open(Path file, InstantSource clock, String by) {
    try {
      Files.createDirectories(DurableFile.directoryOf(file));
      FileOutputStream stream = new FileOutputStream(file.toFile(), true);
      if (isTorn(file)) {
        DurableFile.write(stream, "\n");
      }
      DurableFile.syncDirectoryOf(file);
      return new AuditFile(file, stream, clock, by);
    } catch (IOException failure) {
      throw new UncheckedIOException("audit file %s cannot be opened".formatted(file), failure);
    }
  }

  /** A line that a crash tore is ended, so that what follows is a line of its own. */
  private static boolean isTorn(Path file) throws IOException {
    try (RandomAccessFile read = new RandomAccessFile(file.toFile(), "r")) {
      long size = read.length();
      read.seek(Math.max(0, size - 1));
      return size > 0 && read.read() != '\n';
    }
  }

  /**
   * Reads the entries of a file. Lines that a crash tore are passed over.
   *
   * @param file the file
   * @return the entries in their order; none where there is no file; to be closed
   * @throws UncheckedIOException if it cannot be read
   */
  public static Stream<AuditEntry> read(Path file) {
    return lines(file).map(AuditEntry::parse).flatMap(Optional::stream);
  }

  /** Only these lines are parsed: the file grows for years. */
  private static Stream<AuditEntry> read(Path file, String plan) {
    return lines(file)
        .filter(line -> line.contains(plan))
        .map(AuditEntry::parse)
        .flatMap(Optional::stream)
        .filter(entry -> entry.plan().equals(plan));
  }

  private static Stream<String> lines(Path file) {
    if (!Files.exists(file)) {
      return Stream.empty();
    }
    try {
      // Reads past a character that a crash tore, and on a thread that was interrupted.
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(new FileInputStream(file.toFile()), StandardCharsets.UTF_8));
      return reader.lines().onClose(() -> close(reader));
    } catch (IOException failure) {
      throw new UncheckedIOException("audit file %s cannot be read".formatted(file), failure);
    }
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * The changes of a plan that the file has as done and whose run did not come to its end. A run of
   * the same plan need not make them again.
   *
   * @param file the file
   * @param plan the checksum of the plan
   * @return the changes; none where the last run of the plan came to its end
   */
  static Set<PlannedChange> doneInUnfinishedRun(Path file, String plan) {
    Set<PlannedChange> done = new HashSet<>();
    try (Stream<AuditEntry> entries = read(file, plan)) {
      boolean begun = false;
      for (AuditEntry entry : (Iterable<AuditEntry>) entries::iterator) {
        begun = begun ? !entry.action().equals(AuditEntry.END) : isBegin(entry);
        collect(entry, begun, done);
      }
    }
    return done;
  }

  /** Whether a run of the plan began and did not come to its end. */
  boolean isUnfinished(String plan) {
    try (Stream<AuditEntry> entries = read(file, plan)) {
      return entries
          .filter(entry -> entry.change().isEmpty())
          .map(AuditFile::isBegin)
          .reduce(false, (earlier, later) -> later);
    }
  }

  private static boolean isBegin(AuditEntry entry) {
    return entry.action().equals(AuditEntry.BEGIN);
  }

  /** A line outside of a run, as earlier versions wrote them, is of no unfinished one. */
  private static void collect(AuditEntry entry, boolean begun, Set<PlannedChange> done) {
    if (!begun) {
      done.clear();
    } else if (entry.isDone()) {
      entry.change().ifPresent(done::add);
    }
  }

  void begin(String plan) {
    add(line(plan, AuditEntry.BEGIN));
  }

  void end(String plan) {
    add(line(plan, AuditEntry.END));
  }

  /** What a change came to that was begun. */
  void outcome(String plan, ChangeOutcome outcome, KnownNames names, RequestIds requestIds) {
    ObjectNode line = change(plan, outcome.change(), outcome.status(), names);
    RosterException error = outcome.error().orElse(null);
    if (error != null) {
      line.put("error", error.code().name());
    }
    String requestId =
        error == null ? requestIds.ofThisThread().orElse(null) : error.requestId().orElse(null);
    if (requestId != null) {
      line.put("request_id", requestId);
    }
    add(line);
  }

  /** What was found to be done without a call of this run. */
  void found(String plan, List<PlannedChange> changes, KnownNames names) {
    StringBuilder lines = new StringBuilder();
    changes.forEach(
        change ->
            lines.append(
                Json.line(
                    change(
                        plan,
                        change,
                        change.isRemoval() ? ItemStatus.ALREADY_ABSENT : ItemStatus.ALREADY_PRESENT,
                        names))));
    write(lines.toString());
  }

  private ObjectNode change(
      String plan, PlannedChange change, ItemStatus status, KnownNames names) {
    ObjectNode line = line(plan, AuditEntry.action(change));
    line.put("group", change.groupId().value());
    put(line, "group_name", names.of(change.groupId()).orElse(null));
    line.put("member", change.memberId().value());
    put(line, "member_name", names.of(change.memberId()).orElse(null));
    line.put("outcome", AuditEntry.outcome(status));
    return line;
  }

  private static void put(ObjectNode line, String field, @Nullable String value) {
    if (value != null) {
      line.put(field, value);
    }
  }

  private ObjectNode line(String plan, String action) {
    ObjectNode line = Json.object();
    line.put("time", clock.instant().toString());
    line.put("by", by);
    line.put("plan", plan);
    line.put("action", action);
    return line;
  }

  private void add(ObjectNode line) {
    write(Json.line(line));
  }

  private synchronized void write(String lines) {
    try {
      DurableFile.write(stream, lines);
    } catch (IOException failure) {
      throw new UncheckedIOException("audit file %s cannot be written".formatted(file), failure);
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("audit file %s cannot be closed".formatted(file), failure);
    }
  }
}
