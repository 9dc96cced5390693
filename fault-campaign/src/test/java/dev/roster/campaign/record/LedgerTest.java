package dev.roster.campaign.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.weather.AttemptKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ledger knows what was true when. */
final class LedgerTest {

  private static final GroupMember PAIR = new GroupMember(new GroupId("group"), new UserId("user"));
  private static final Stored FIRST = stored("first", 1);
  private static final Stored SECOND = stored("second", 3);

  private final Ledger ledger = new Ledger();

  @Test
  void aTimeHasAllThatWasTrueInIt() {
    ledger.made(PAIR, FIRST, 100, 105);
    ledger.removed(FIRST.id(), new AttemptKey(2, 0, 1), 200, 205);
    ledger.made(PAIR, SECOND, 300, 305);

    assertThat(ledger.during(PAIR, 110, 190)).isEqualTo(List.of(Optional.of(FIRST)));
    assertThat(ledger.during(PAIR, 150, 250))
        .isEqualTo(List.of(Optional.of(FIRST), Optional.empty()));
    assertThat(ledger.during(PAIR, 0, 400))
        .isEqualTo(
            List.of(Optional.empty(), Optional.of(FIRST), Optional.empty(), Optional.of(SECOND)));
  }

  @Test
  void changesBelongToTheCallWhoseRequestMadeThem() {
    ledger.made(PAIR, FIRST, 100, 105);
    ledger.removed(FIRST.id(), new AttemptKey(2, 0, 1), 200, 205);

    assertThat(ledger.by(1, List.of(PAIR))).hasSize(1);
    assertThat(ledger.by(2, List.of(PAIR)))
        .singleElement()
        .satisfies(change -> assertThat(change.removed()).isEqualTo(FIRST));
    assertThat(ledger.now(PAIR)).isEmpty();
    assertThat(ledger.pair(FIRST.id())).isEqualTo(PAIR);
  }

  private static Stored stored(String id, long call) {
    return new Stored(new MembershipId(id), new AttemptKey(call, 0, 1));
  }
}
