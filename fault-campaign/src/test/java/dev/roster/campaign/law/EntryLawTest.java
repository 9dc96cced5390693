package dev.roster.campaign.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.AttemptRecord;
import dev.roster.campaign.record.Change;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.record.StoredEntry;
import dev.roster.campaign.weather.AttemptKey;
import dev.roster.campaign.weather.Fault;
import dev.roster.campaign.weather.FaultPlan;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.OneTimePassword;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each sentence of the law of users and groups is found broken where it is, and only there. */
final class EntryLawTest {

  private static final String WANTED = "wanted";
  private static final StoredEntry OWN = new StoredEntry("g-1", key(1), WANTED);
  private static final StoredEntry OTHER = new StoredEntry("g-0", new AttemptKey(0, 0, 1), "other");
  private static final CreatedEntry<GroupId> CREATED = CreatedEntry.of(new GroupId("g-1"));
  private static final CreatedEntry<GroupId> SETTLED =
      CreatedEntry.settledByName(new GroupId("g-1"));

  private final List<AttemptRecord> attempts = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private @Nullable StoredEntry before;
  private @Nullable StoredEntry after;
  private List<Change<StoredEntry>> own = List.of();

  @Test
  void aCreateIsStoredUnderTheIdThatItReturned() {
    attempt(Operation.CREATE_GROUP, null, 201);
    applied(OWN);
    assertThat(created(CREATED)).isEmpty();

    after = OTHER;
    assertThat(created(CREATED)).containsExactly("acknowledged, and not stored");
    after = null;
    assertThat(created(CREATED)).containsExactly("acknowledged, and not stored");
  }

  @Test
  void whatIsNotSettledWasCreatedByTheCall() {
    attempt(Operation.CREATE_GROUP, null, 201);
    after = OWN;

    assertThat(created(CREATED)).containsExactly("created, and none of its requests created it");
  }

  @Test
  void onlyALostResponseIsSettled() {
    applied(OWN);
    attempt(Operation.CREATE_GROUP, ErrorCode.ALREADY_EXISTS, 409);
    assertThat(created(SETTLED)).containsExactly("settled, and no response was lost");

    attempt(Operation.CREATE_GROUP, ErrorCode.TIMEOUT, 0);
    assertThat(created(SETTLED)).isEmpty();
    assertThat(created(SETTLED.withOneTimePassword(OneTimePassword.of("secret"))))
        .containsExactly("settled, and with a one-time password that cannot be known");
  }

  @Test
  void anUpdateThatSucceedsIsStored() {
    attempt(Operation.UPDATE_GROUP, null, 200);
    before = OTHER;
    applied(OWN);
    assertThat(done(Action.UPDATE_ENTRY)).isEmpty();

    after = OTHER;
    assertThat(done(Action.UPDATE_ENTRY)).containsExactly("acknowledged, and not stored");
  }

  @Test
  void aDeleteThatSucceedsIsOfSomething() {
    attempt(Operation.DELETE_GROUP, null, 200);
    assertThat(done(Action.DELETE_ENTRY)).containsExactly("settled, and no response was lost");

    before = OWN;
    assertThat(done(Action.DELETE_ENTRY)).isEmpty();
    after = OWN;
    assertThat(done(Action.DELETE_ENTRY)).containsExactly("acknowledged, and not stored");
  }

  @Test
  void alreadyExistsIsNeverAboutOnesOwnAttempt() {
    attempt(Operation.CREATE_GROUP, ErrorCode.ALREADY_EXISTS, 409);
    before = OTHER;
    assertThat(failed(Action.CREATE_ENTRY, ErrorCode.ALREADY_EXISTS, Outcome.NOT_APPLIED))
        .isEmpty();

    before = null;
    assertThat(failed(Action.CREATE_ENTRY, ErrorCode.ALREADY_EXISTS, Outcome.NOT_APPLIED))
        .containsExactly("ALREADY_EXISTS by its own attempt");
    assertThat(failed(Action.CREATE_ENTRY, ErrorCode.ALREADY_MEMBER, Outcome.NOT_APPLIED))
        .containsExactly("ALREADY_MEMBER of a user or group");
  }

  @Test
  void notFoundIsNeverAboutWhatWasThere() {
    attempt(Operation.DELETE_GROUP, ErrorCode.NOT_FOUND, 404);
    assertThat(failed(Action.DELETE_ENTRY, ErrorCode.NOT_FOUND, Outcome.NOT_APPLIED)).isEmpty();
    assertThat(failed(Action.CREATE_ENTRY, ErrorCode.NOT_FOUND, Outcome.NOT_APPLIED))
        .containsExactly("not found, and everything exists");

    before = OWN;
    assertThat(failed(Action.DELETE_ENTRY, ErrorCode.NOT_FOUND, Outcome.NOT_APPLIED))
        .containsExactly("not found, and it was there");
  }

  @Test
  void whatWasNotAppliedChangedNothing() {
    attempt(Operation.CREATE_GROUP, ErrorCode.TIMEOUT, 0);
    applied(OWN);

    assertThat(failed(Action.CREATE_ENTRY, ErrorCode.TIMEOUT, Outcome.NOT_SENT))
        .containsExactly(
            "NOT_SENT, and a whole request arrived",
            "NOT_SENT, and its request changed the store",
            "NOT_SENT, and a write arrived whose response was lost");
  }

  @Test
  void unknownMeansThatNoLookByNameFoundIt() {
    attempt(Operation.CREATE_USER, ErrorCode.TIMEOUT, 0);
    attempt(Operation.FIND_USER, ErrorCode.NOT_FOUND, 404);
    assertThat(failed(Action.CREATE_ENTRY, ErrorCode.TIMEOUT, Outcome.UNKNOWN)).isEmpty();

    attempt(Operation.FIND_USER, null, 200);
    assertThat(failed(Action.CREATE_ENTRY, ErrorCode.TIMEOUT, Outcome.UNKNOWN))
        .containsExactly("UNKNOWN, and a look had shown it");
  }

  @Test
  void unknownMeansThatNoLookSawTheUpdate() {
    before = OTHER;
    attempt(Operation.UPDATE_USER, ErrorCode.TIMEOUT, 0);
    attempt(Operation.GET_USER, null, 200);
    assertThat(failed(Action.UPDATE_ENTRY, ErrorCode.TIMEOUT, Outcome.UNKNOWN)).isEmpty();

    applied(OWN);
    assertThat(failed(Action.UPDATE_ENTRY, ErrorCode.TIMEOUT, Outcome.UNKNOWN))
        .containsExactly("UNKNOWN, and a look had shown it");
  }

  @Test
  void unknownMeansThatNoLookFoundItGone() {
    before = OWN;
    attempt(Operation.DELETE_USER, ErrorCode.TIMEOUT, 0);
    attempt(Operation.GET_USER, null, 200);
    assertThat(failed(Action.DELETE_ENTRY, ErrorCode.TIMEOUT, Outcome.UNKNOWN)).isEmpty();

    attempt(Operation.GET_USER, ErrorCode.NOT_FOUND, 404);
    assertThat(failed(Action.DELETE_ENTRY, ErrorCode.TIMEOUT, Outcome.UNKNOWN))
        .containsExactly("UNKNOWN, and a look had shown it");
  }

  @Test
  void unknownHasTheCodeOfWhatWasLost() {
    attempt(Operation.UPDATE_USER, ErrorCode.TIMEOUT, 0);
    attempt(Operation.UPDATE_USER, ErrorCode.NOT_FOUND, 404);

    assertThat(failed(Action.UPDATE_ENTRY, ErrorCode.TIMEOUT, Outcome.UNKNOWN)).isEmpty();
    assertThat(failed(Action.UPDATE_ENTRY, ErrorCode.NOT_FOUND, Outcome.UNKNOWN))
        .containsExactly("UNKNOWN, and NOT_FOUND hides what was lost");
  }

  private static AttemptKey key(int attempt) {
    return new AttemptKey(1, 0, attempt);
  }

  /** What the first attempt did before it ended. */
  private void applied(StoredEntry state) {
    after = state;
    own = List.of(new Change<>(1, 2, state.maker(), state, null));
  }

  private void attempt(Operation operation, @Nullable ErrorCode error, int status) {
    AttemptKey key = key(attempts.size() + 1);
    AttemptRecord attempt = new AttemptRecord(key, operation);
    attempt.ended(error, 10L * key.attempt());
    attempts.add(attempt);
    Fault fault = status == 0 ? Fault.LOSE_RESPONSE : Fault.NONE;
    Exchange exchange = new Exchange(key, new FaultPlan(fault, 0), operation, null);
    if (status > 0) {
      exchange.responded(status);
    }
    exchanges.add(exchange);
  }

  private List<String> created(CreatedEntry<GroupId> created) {
    return judged(Action.CREATE_ENTRY, created, null);
  }

  private List<String> done(Action action) {
    return judged(action, null, null);
  }

  private List<String> failed(Action action, ErrorCode code, Outcome outcome) {
    return judged(
        action,
        null,
        RosterException.builder(code, "aws", ClientMethod.CREATE_GROUP).outcome(outcome).build());
  }

  private List<String> judged(
      Action action, @Nullable CreatedEntry<GroupId> created, @Nullable RosterException error) {
    return EntryLaw.brokenBy(
        new EntryReport(
            action,
            WANTED,
            before,
            after,
            own,
            created,
            error,
            attempts,
            exchanges,
            new WriteReport.Timing(0, 0, Duration.ZERO, Duration.ZERO, 0, true),
            false));
  }
}
