package dev.roster.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.DirectoryEntries;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Outcome;
import dev.roster.Resource;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.TimeSource;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for one revision only is sent once, and settled where a response was lost. */
final class RevisionTest {

  private static final GroupId ID = new GroupId("g-1");
  private static final FieldChanges<Group> CHANGES =
      FieldChanges.<Group>none().set(GroupFields.DISPLAY_NAME, "Admins");

  private final AtomicLong nanos = new AtomicLong();

  /** A clock that a wait turns on at once. */
  private final TimeSource time =
      new TimeSource() {
        @Override
        public long nanoTime() {
          return nanos.get();
        }

        @Override
        public boolean await(CountDownLatch end, Duration duration) {
          nanos.addAndGet(duration.toNanos());
          return end.getCount() == 0;
        }
      };

  private interface Write {
    void make(DirectoryEntries<GroupId, Group> groups);
  }

  private static final Write UPDATE = groups -> groups.update(ID, CHANGES, "1");
  private static final Write DELETE = groups -> groups.delete(ID, "1");

  private static Group group(String name, String revision) {
    return Group.of(ID, GroupFields.named(name)).withRevision(revision);
  }

  private void make(FakeGroups groups, Write write) {
    try (RosterClient client =
        RosterClient.builder(new FakeDriver(groups))
            .timeSource(time)
            .deadline(Duration.ofMinutes(1))
            .build()) {
      write.make(client.directory().groups());
    }
  }

  private RosterException failure(FakeGroups groups, Write write) {
    RosterException failure =
        catchThrowableOfType(RosterException.class, () -> make(groups, write));
    assertThat(failure).isNotNull();
    return failure;
  }

  private static FakeGroups.Refusal refusal(ErrorCode code) {
    return new FakeGroups.Refusal(code, Resource.UNSPECIFIED);
  }

  private static void lostThen(int attempt, ErrorCode code) throws FakeGroups.Refusal {
    throw attempt == 1 ? FakeGroups.Refusal.lost() : refusal(code);
  }

  @Test
  void aRevisionThatHasChangedIsAConflictAtOnce() {
    FakeGroups groups =
        new FakeGroups()
            .updating(
                attempt -> {
                  throw refusal(ErrorCode.CONCURRENT_MODIFICATION);
                })
            .deleting(
                attempt -> {
                  throw refusal(ErrorCode.CONCURRENT_MODIFICATION);
                });
    RosterException update = failure(groups, UPDATE);
    RosterException delete = failure(groups, DELETE);
    assertThat(update.code()).isEqualTo(ErrorCode.CONCURRENT_MODIFICATION);
    assertThat(update.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(delete.code()).isEqualTo(ErrorCode.CONCURRENT_MODIFICATION);
    assertThat(delete.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(groups.asked).containsExactly("update at 1", "delete at 1");
  }

  @Test
  void withoutARevisionContentionIsRetried() {
    FakeGroups groups =
        new FakeGroups()
            .updating(
                attempt -> {
                  if (attempt == 1) {
                    throw refusal(ErrorCode.CONCURRENT_MODIFICATION);
                  }
                });
    make(groups, all -> all.update(ID, CHANGES));
    assertThat(groups.asked).containsExactly("update", "update");
  }

  @Test
  void aLostUpdateThatChangedTheRevisionIsSettledByReading() {
    FakeGroups groups =
        new FakeGroups()
            .with(group("Admins", "2"))
            .updating(attempt -> lostThen(attempt, ErrorCode.CONCURRENT_MODIFICATION));
    make(groups, UPDATE);
    assertThat(groups.asked).containsExactly("update at 1", "update at 1", "get");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLostUpdateThatNoReadShowsFailsWithWhatWasLost(boolean deadlinePassed) {
    FakeGroups groups =
        new FakeGroups()
            .with(group("Others", "2"))
            .updating(
                attempt -> {
                  nanos.addAndGet(
                      attempt == 2 && deadlinePassed ? Duration.ofMinutes(2).toNanos() : 0);
                  lostThen(attempt, ErrorCode.CONCURRENT_MODIFICATION);
                });
    RosterException failure = failure(groups, UPDATE);
    assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure).hasMessageContaining("revision has changed");
    assertThat(groups.asked).startsWith("update at 1", "update at 1");
    assertThat(groups.asked.subList(2, groups.asked.size())).allMatch("get"::equals);
  }

  @Test
  void aLostDeleteWhoseEntryHasAnotherRevisionIsNotTakenForDone() {
    FakeGroups groups =
        new FakeGroups()
            .with(group("Others", "2"))
            .deleting(attempt -> lostThen(attempt, ErrorCode.CONCURRENT_MODIFICATION));
    RosterException failure = failure(groups, DELETE);
    assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aLostDeleteOfWhatIsGoneSucceeds() {
    FakeGroups groups =
        new FakeGroups()
            .deleting(
                attempt -> {
                  throw attempt == 1
                      ? FakeGroups.Refusal.lost()
                      : new FakeGroups.Refusal(ErrorCode.NOT_FOUND, Resource.GROUP);
                });
    make(groups, DELETE);
    assertThat(groups.asked).containsExactly("delete at 1", "delete at 1");
  }

  @ParameterizedTest
  @CsvSource({"2, CONCURRENT_MODIFICATION", "1, CONFLICT"})
  void aConflictThatDoesNotSayWhichIsExplainedByOneRead(String present, ErrorCode expected) {
    FakeGroups groups =
        new FakeGroups()
            .with(group("Others", present))
            .updating(
                attempt -> {
                  throw refusal(ErrorCode.CONFLICT);
                })
            .deleting(
                attempt -> {
                  throw refusal(ErrorCode.CONFLICT);
                });
    assertThat(failure(groups, UPDATE).code()).isEqualTo(expected);
    assertThat(failure(groups, DELETE).code()).isEqualTo(expected);
    assertThat(groups.asked).containsExactly("update at 1", "get", "delete at 1", "get");
  }

  @Test
  void aServiceWithoutRevisionsIsNotAsked() {
    FakeGroups groups = new FakeGroups().withoutRevisions();
    assertThat(failure(groups, UPDATE).code()).isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(failure(groups, DELETE).code()).isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(groups.asked).isEmpty();
  }

  @Test
  void aRevisionIsCheckedBeforeAnythingIsSent() {
    FakeGroups groups = new FakeGroups();
    assertThat(failure(groups, all -> all.update(ID, CHANGES, " ")).code())
        .isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(failure(groups, all -> all.delete(ID, "")).code())
        .isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(groups.asked).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // What a caller without null checks can do.
  void aRevisionThatIsNullIsNamed() {
    assertThatThrownBy(() -> make(new FakeGroups(), all -> all.update(ID, CHANGES, null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("revision must not be null");
    assertThatThrownBy(() -> make(new FakeGroups(), all -> all.delete(ID, null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("revision must not be null");
  }
}
