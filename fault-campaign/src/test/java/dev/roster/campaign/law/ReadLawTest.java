package dev.roster.campaign.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.client.Cloud;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.record.Stored;
import dev.roster.campaign.weather.AttemptKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What reads return is reported where it was never true, and only there. */
final class ReadLawTest {

  private static final GroupMember PAIR = pair("user");
  private static final GroupMember OTHER = pair("other");
  private static final Stored FIRST = new Stored(new MembershipId("m1"), new AttemptKey(1, 0, 1));
  private static final Stored SECOND = new Stored(new MembershipId("m2"), new AttemptKey(3, 0, 1));
  private static final long LAG = 50;

  private final Ledger ledger = new Ledger();
  private final ReadLaw law = new ReadLaw(ledger, 0);

  @Test
  void whatIsFoundWasTrueAtSomeTimeOfTheRead() {
    ledger.made(PAIR, FIRST, 100, 110);
    ledger.removed(FIRST.id(), new AttemptKey(2, 0, 1), 200, 210);

    assertThat(law.found(read(120, 190), PAIR, found(PAIR, FIRST))).isEmpty();
    assertThat(law.found(read(120, 190), PAIR, Optional.empty())).hasSize(1);
    assertThat(law.found(read(211, 300), PAIR, found(PAIR, FIRST)))
        .singleElement()
        .asString()
        .startsWith("what was found was never true:");
    assertThat(law.found(read(211, 300), PAIR, Optional.empty())).isEmpty();
  }

  @Test
  void whileAChangeIsMadeBothAreTrue() {
    ledger.made(PAIR, FIRST, 100, 110);

    assertThat(law.found(read(105, 106), PAIR, Optional.empty())).isEmpty();
    assertThat(law.found(read(105, 106), PAIR, found(PAIR, FIRST))).isEmpty();
    assertThat(law.found(read(90, 99), PAIR, found(PAIR, FIRST))).hasSize(1);
    assertThat(law.found(read(111, 120), PAIR, Optional.empty())).hasSize(1);
  }

  @Test
  void readsThatLagMaySeeWhatWasTrueWithinTheLag() {
    ledger.made(PAIR, FIRST, 100, 110);
    ReadLaw lagging = new ReadLaw(ledger, LAG);

    assertThat(lagging.found(read(110 + LAG, 200), PAIR, Optional.empty())).isEmpty();
    assertThat(lagging.found(read(111 + LAG, 200), PAIR, Optional.empty())).hasSize(1);
  }

  @Test
  void whatIsFoundIsWhatWasAskedAbout() {
    ledger.made(PAIR, FIRST, 100, 110);

    assertThat(law.found(read(120, 130), PAIR, found(OTHER, FIRST)))
        .singleElement()
        .asString()
        .startsWith("another membership was found:");
  }

  @Test
  void everyGroupThatWasAskedAboutHasATrueVerdict() {
    ledger.made(PAIR, FIRST, 100, 110);
    CallReport call = read(120, 130);

    assertThat(law.allChecked(call, List.of(PAIR), Map.of(PAIR.groupId(), true))).isEmpty();
    assertThat(law.allChecked(call, List.of(PAIR), Map.of(PAIR.groupId(), false)))
        .singleElement()
        .asString()
        .startsWith("what isMember says was never true: false of");
    assertThat(law.allChecked(call, List.of(PAIR), Map.of()))
        .containsExactly("no verdict about a group that was asked about");
  }

  @Test
  void aListingHasWhatWasThereAllTheTime() {
    ledger.made(PAIR, FIRST, 100, 110);
    CallReport call = read(120, 130);
    List<GroupMember> pairs = List.of(PAIR, OTHER);

    assertThat(law.listed(call, pairs, List.of(row(PAIR, FIRST)))).isEmpty();
    assertThat(law.listed(call, pairs, List.of()))
        .singleElement()
        .asString()
        .startsWith("not listed, and it was there all the time:");
  }

  @Test
  void aListingHasNothingTwice() {
    ledger.made(PAIR, FIRST, 100, 110);

    assertThat(
            law.listed(read(120, 130), List.of(PAIR), List.of(row(PAIR, FIRST), row(PAIR, FIRST))))
        .singleElement()
        .asString()
        .startsWith("listed twice:");
  }

  @Test
  void aListingHasNothingThatNeverWasOrWasNotAskedFor() {
    ledger.made(PAIR, FIRST, 100, 110);
    CallReport call = read(120, 130);

    assertThat(law.listed(call, List.of(PAIR), List.of(row(PAIR, SECOND))))
        .singleElement()
        .asString()
        .startsWith("what is listed was never true:");
    assertThat(law.listed(call, List.of(PAIR), List.of(row(PAIR, FIRST), row(OTHER, SECOND))))
        .singleElement()
        .asString()
        .startsWith("listed and not asked for:");
  }

  /** Removed and made anew on the way from page to page, it may be listed as both. */
  @Test
  void aListingMayHaveWhatWasThereAtSomeTime() {
    ledger.made(PAIR, FIRST, 100, 110);
    ledger.removed(FIRST.id(), new AttemptKey(2, 0, 1), 200, 210);
    ledger.made(PAIR, SECOND, 300, 310);
    CallReport call = read(120, 400);

    assertThat(law.listed(call, List.of(PAIR), List.of(row(PAIR, FIRST), row(PAIR, SECOND))))
        .isEmpty();
    assertThat(law.listed(call, List.of(PAIR), List.of())).isEmpty();
  }

  private static CallReport read(long from, long to) {
    return new CallReport(
        new CallStory().record(),
        Action.FIND,
        null,
        null,
        from,
        to,
        Duration.ofMinutes(5),
        false,
        false,
        false,
        false);
  }

  private static Optional<Membership> found(GroupMember pair, Stored stored) {
    return Optional.of(row(pair, stored));
  }

  private static Membership row(GroupMember pair, Stored stored) {
    return new Membership(Cloud.STORE, pair.groupId(), pair.memberId(), stored.id());
  }

  private static GroupMember pair(String user) {
    return new GroupMember(new GroupId("group"), new UserId(user));
  }
}
