package dev.roster.sync;

import static dev.roster.reconcile.ReconcileMode.EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Operation;
import dev.roster.bulk.ItemStatus;
import dev.roster.directory.KnownNames;
import dev.roster.directory.LookupKey;
import dev.roster.memory.MemoryPersonality;
import dev.roster.reconcile.ChangeKind;
import dev.roster.reconcile.ChangeOutcome;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.RemovalRule;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A crash or a full disk leaves an audit whose last line is not whole. The next run works with it,
 * loses no other line, and finds the change of that line in the group.
 */
class TornAuditTest {

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("audit.jsonl");
  }

  private List<AuditEntry> audit() {
    try (var entries = AuditFile.read(file())) {
      return entries.toList();
    }
  }

  private static PlannedChange addition(Company company, String user) {
    return new PlannedChange(ChangeKind.ADD, company.group("developers"), company.user(user));
  }

  /** A disk that is full in the middle of a line, once. */
  private static final class FullDisk extends FileOutputStream {

    private boolean isFull = true;

    FullDisk(File file) throws IOException {
      super(file, true);
    }

    @Override
    public void write(byte[] text) throws IOException {
      if (isFull) {
        isFull = false;
        super.write(Arrays.copyOf(text, text.length / 2));
        throw new IOException("No space left on device");
      }
      super.write(text);
    }
  }

  private SyncRun run(Company company) {
    return SyncRun.builder(company.client, directory)
        .clock(company.time)
        .quarantine(Duration.ZERO)
        .allow(RemovalRule.STATE_MISSING)
        .build();
  }

  private static DesiredMembers desired() {
    return DesiredMembers.from("the list")
        .member(LookupKey.groupName("developers"), LookupKey.userName("ada"))
        .member(LookupKey.groupName("developers"), LookupKey.userName("jürgen"))
        .build();
  }

  private static Company company() {
    Company company = new Company("d-1234567890", MemoryPersonality.TELLING);
    company.join("developers", "ada");
    company.user("jürgen");
    return company;
  }

  @Test
  void theLineBehindOneThatADiskCutIsALineOfItsOwn() throws IOException {
    try (Company company = company();
        AuditFile audit =
            new AuditFile(file(), new FullDisk(file().toFile()), Clock.systemUTC(), "test")) {
      AuditLines lines = new AuditLines(audit, null, KnownNames.none(), new RequestIds());
      PlannedChange lost = addition(company, "ada");
      PlannedChange kept = addition(company, "jürgen");
      assertThatThrownBy(() -> lines.outcome(lost, ItemStatus.CREATED, null))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("audit.jsonl cannot be written")
          .hasRootCauseMessage("No space left on device");
      lines.outcome(kept, ItemStatus.CREATED, null);
      assertThat(audit()).hasSize(1);
      assertThat(audit().get(0).change()).hasValue(kept);
    }
  }

  /** The run has no report then. */
  @Test
  void aListenerIsNotifiedOfAChangeWhoseLineIsLost() throws IOException {
    try (Company company = company();
        AuditFile audit =
            new AuditFile(file(), new FullDisk(file().toFile()), Clock.systemUTC(), "test")) {
      List<ChangeOutcome> outcomes = new ArrayList<>();
      SyncSettings settings =
          new SyncSettings(SyncRun.builder(company.client, directory).outcomes(outcomes::add));
      AuditedChanges changes =
          AuditedChanges.found(settings, audit, run(company).plan(EXCLUSIVE, desired()));
      StateFile state = StateFile.read(settings);
      assertThatThrownBy(() -> changes.make(state)).isInstanceOf(UncheckedIOException.class);
      assertThat(outcomes).extracting(ChangeOutcome::status).containsExactly(ItemStatus.CREATED);
      assertThat(company.members("developers")).contains("jürgen");
    }
  }

  /** The other process has its part of a line written while this one has the file open. */
  @Test
  void theLineBehindOneThatAnotherProcessToreIsALineOfItsOwn() throws IOException {
    try (Company company = company();
        AuditFile audit = AuditFile.open(file(), Clock.systemUTC(), "test");
        AuditFile other =
            new AuditFile(file(), new FullDisk(file().toFile()), Clock.systemUTC(), "other")) {
      AuditLines lines = new AuditLines(audit, null, KnownNames.none(), new RequestIds());
      AuditLines torn = new AuditLines(other, null, KnownNames.none(), new RequestIds());
      PlannedChange first = addition(company, "ada");
      PlannedChange behind = addition(company, "jürgen");
      lines.outcome(first, ItemStatus.CREATED, null);
      assertThatThrownBy(() -> torn.outcome(first, ItemStatus.CREATED, null))
          .isInstanceOf(UncheckedIOException.class);
      lines.outcome(behind, ItemStatus.CREATED, null);
      lines.outcome(first, ItemStatus.ALREADY_PRESENT, null);
      assertThat(audit())
          .extracting(entry -> entry.change().orElseThrow())
          .containsExactly(first, behind, first);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 60, 10_000})
  void theNextRunGoesOnWhereverTheLineWasCut(int left) throws IOException {
    try (Company company = company()) {
      ReconcilePlan plan = run(company).propose(EXCLUSIVE, desired()).changes();
      run(company).apply(plan);
      List<String> lines = Files.readAllLines(file());
      String cut = lines.get(1).substring(0, Math.min(left, lines.get(1).length() - 1));
      Files.writeString(file(), lines.get(0) + "\n" + cut);
      company.store.requests().reset();

      assertThat(run(company).apply(plan).status()).isEqualTo(SyncStatus.NOTHING_TO_DO);
      assertThat(company.store.requests().of(Operation.CREATE_MEMBERSHIP)).isZero();
      assertThat(Files.readAllLines(file())).startsWith(lines.get(0), cut);
      assertThat(audit()).extracting(AuditEntry::action).containsExactly("begin", "add", "end");
      assertThat(audit().get(1).outcome()).hasValue("already_present");
    }
  }

  @Test
  void aLineThatLacksItsLineEndOnlyIsWhole() throws IOException {
    try (Company company = company()) {
      ReconcilePlan plan = run(company).propose(EXCLUSIVE, desired()).changes();
      run(company).apply(plan);
      List<String> lines = Files.readAllLines(file());
      Files.writeString(file(), lines.get(0) + "\n" + lines.get(1));
      assertThat(run(company).apply(plan).status()).isEqualTo(SyncStatus.NOTHING_TO_DO);
      assertThat(audit()).extracting(AuditEntry::action).containsExactly("begin", "add", "end");
      assertThat(audit().get(1).outcome()).hasValue("created");
    }
  }

  @Test
  void aCharacterThatWasCutAndBytesOfACrashedDiskArePassedOver() throws IOException {
    try (Company company = company()) {
      SyncRun run = run(company);
      run.sync(EXCLUSIVE, desired());
      byte[] whole = Files.readAllBytes(file());
      byte[] name = "\"jür".getBytes(StandardCharsets.UTF_8);
      int at =
          new String(whole, StandardCharsets.ISO_8859_1)
              .indexOf(new String(name, StandardCharsets.ISO_8859_1));
      byte[] torn = Arrays.copyOf(whole, at + 3);
      Files.write(file(), torn);
      company.client.ensureNotMember(company.group("developers"), company.user("jürgen"));
      assertThat(run.sync(EXCLUSIVE, desired()).additions()).hasSize(1);
      assertThat(audit()).hasSize(1);

      Files.write(file(), new byte[512]);
      company.client.ensureNotMember(company.group("developers"), company.user("jürgen"));
      assertThat(run.sync(EXCLUSIVE, desired()).additions()).hasSize(1);
      assertThat(audit()).hasSize(1);
    }
  }
}
