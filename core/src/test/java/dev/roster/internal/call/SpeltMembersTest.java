package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.IdentityStoreId;
import dev.roster.MemberBatches;
import dev.roster.MemberId;
import dev.roster.MemberResult;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Outcome;
import dev.roster.Presence;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.internal.call.DisguisedDriver.Behavior;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.RawPage;
import dev.roster.spi.ServiceTraits;
import dev.roster.spi.WritesInBatches;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A member that a listing spells otherwise is the one that a lost request was about. */
class SpeltMembersTest {

  private static final List<MemberId> MEMBERS = List.of(new UserId("U-1"), new UserId("U-2"));
  private static final ServiceTraits TRAITS =
      ServiceTraits.builder()
          .membersPerWrite(10, false)
          .addingTells(true)
          .removingTells(true)
          .build();

  private final ScriptedDriver driver = new ScriptedDriver().like(TRAITS);

  @AutoClose
  private final RosterClient client =
      RosterClient.builder(batched()).timeSource(new TurnedTime()).build();

  /** Both members are in the group, in lower case; every response to a write is lost. */
  private MembershipDriver batched() {
    Behavior losing =
        arguments -> {
          throw ScriptedDriver.failure("lost");
        };
    Map<String, Behavior> own =
        Map.of(
            "addMembers",
            losing,
            "removeMembers",
            losing,
            "listMemberships",
            arguments -> RawPage.of(List.of(listed("u-1"), listed("u-2")), null),
            "canonicalId",
            arguments -> arguments[0].toString().toLowerCase(Locale.ROOT));
    return DisguisedDriver.of(driver, own, WritesInBatches.class, ListsByGroup.class);
  }

  private static Membership listed(String user) {
    return new Membership(
        new IdentityStoreId("s-1"), GROUP, new UserId(user), new MembershipId("m-" + user));
  }

  private MemberBatches batches() {
    return MemberBatches.of(client).withGroupSizes(Map.of(GROUP, 2L));
  }

  @Test
  void oneThatIsStillThereIsNotTakenForRemoved() {
    assertThat(batches().ensureNotMembers(GROUP, MEMBERS))
        .allSatisfy(
            result -> {
              RosterException failure = result.error().orElseThrow();
              assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            });
  }

  @Test
  void oneThatIsThereSettlesAnAddition() {
    assertThat(batches().ensureMembers(GROUP, MEMBERS))
        .extracting(MemberResult::status)
        .allMatch(status -> status.filter(Presence.PRESENT_MAKER_UNKNOWN::equals).isPresent());
  }
}
