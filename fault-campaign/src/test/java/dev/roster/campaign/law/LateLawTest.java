package dev.roster.campaign.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.client.Cloud;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.record.Stored;
import dev.roster.campaign.weather.AttemptKey;
import dev.roster.campaign.weather.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An outcome that was said holds when everything has arrived. */
final class LateLawTest {

  private static final GroupMember PAIR = new GroupMember(new GroupId("group"), new UserId("user"));
  private static final Stored STORED = new Stored(new MembershipId("m1"), new AttemptKey(1, 0, 1));

  private final Ledger ledger = new Ledger();
  private final CallStory story = new CallStory().about(PAIR);
  private final LateLaw law = new LateLaw(ledger);

  @Test
  void whatWasNotAppliedIsNotAppliedLater() {
    story.attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.DELAY_REQUEST, 0);
    assertThat(broken(Outcome.NOT_APPLIED)).isEmpty();

    ledger.made(PAIR, STORED, 100, 110);
    assertThat(broken(Outcome.NOT_APPLIED))
        .containsExactly("NOT_APPLIED, and a request of it changed the store later");
    assertThat(broken(Outcome.UNKNOWN)).isEmpty();
  }

  @Test
  void whatWasNotSentDoesNotArriveLater() {
    assertThat(broken(Outcome.NOT_SENT)).isEmpty();

    story.attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.DELAY_REQUEST, 0);
    assertThat(broken(Outcome.NOT_SENT))
        .containsExactly("NOT_SENT, and a whole request arrived later");
  }

  @Test
  void theLedgerIsWhatIsStored() {
    Membership membership =
        new Membership(Cloud.STORE, PAIR.groupId(), PAIR.memberId(), STORED.id());
    assertThat(law.isTrue(List.of())).isTrue();
    assertThat(law.isTrue(List.of(membership))).isFalse();

    ledger.made(PAIR, STORED, 100, 110);
    assertThat(law.isTrue(List.of(membership))).isTrue();
    assertThat(law.isTrue(List.of())).isFalse();
  }

  private List<String> broken(Outcome outcome) {
    RosterException error =
        RosterException.builder(ErrorCode.TIMEOUT, "aws", ClientMethod.CREATE_MEMBERSHIP)
            .outcome(outcome)
            .build();
    return law.brokenBy(
        new CallReport(
            story.record(),
            Action.CREATE,
            null,
            error,
            0,
            90,
            Duration.ofMinutes(5),
            false,
            false,
            false,
            false));
  }
}
