package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.spi.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadsThatLagTest {

  private static final Duration LAG = Duration.ofSeconds(5);

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), time);
  private final GroupId group = store.addGroup();
  private final UserId user = store.addUser();

  @Test
  void everyReadSeesAWriteWhenTheLagHasPassedAndNotBefore() {
    store.readsLagBehind(LAG);
    Membership made = store.createMembership(group, user);
    UserId alice = store.users().create(Attributes.none().with("userName", "alice"));

    time.advance(LAG.minusNanos(1));
    assertUnseen(made, alice);

    time.advance(Duration.ofNanos(1));
    assertSeen(made, alice);
  }

  @Test
  void aDeletedThingIsSeenForAsLong() {
    Membership made = store.createMembership(group, user);
    UserId alice = store.users().create(Attributes.none().with("userName", "alice"));
    store.readsLagBehind(LAG);

    store.deleteMembership(made.membershipId());
    store.users().delete(alice);

    assertSeen(made, alice);
    time.advance(LAG);
    assertUnseen(made, alice);
  }

  @Test
  void anUpdateIsSeenLater() {
    store.readsLagBehind(LAG);

    store.users().update(user, before -> before.with("title", "Chief"));

    assertThat(store.users().get(user).attributes()).isEqualTo(Attributes.none());
    time.advance(LAG);
    assertThat(store.users().get(user).attributes().text("title")).contains("Chief");
  }

  @Test
  void writesCheckAgainstWhatIsThereAndNotAgainstWhatIsSeen() {
    store.readsLagBehind(LAG);
    Membership made = store.createMembership(group, user);

    assertRefused(ErrorCode.ALREADY_MEMBER, () -> store.createMembership(group, user));
    store.deleteMembership(made.membershipId());
    assertRefused(ErrorCode.NOT_FOUND, () -> store.deleteMembership(made.membershipId()));
    assertThat(store.createMembership(group, user)).isNotEqualTo(made);
    assertThat(store.membershipCount()).isEqualTo(1);
  }

  @Test
  void withoutALagAllIsSeenAtOnceAgain() {
    store.readsLagBehind(LAG);
    Membership made = store.createMembership(group, user);

    store.readsLagBehind(Duration.ZERO);

    assertThat(store.getMembership(made.membershipId())).isEqualTo(made);
  }

  @Test
  void aShorterLagShowsWhatHasPassedItAndALongerOneTakesNothingBack() {
    store.readsLagBehind(LAG);
    Membership made = store.createMembership(group, user);
    time.advance(Duration.ofSeconds(1));

    store.readsLagBehind(Duration.ofSeconds(1));
    store.addUser(new UserId("later"));
    assertThat(store.getMembership(made.membershipId())).isEqualTo(made);
    assertRefused(ErrorCode.NOT_FOUND, () -> store.users().get(new UserId("later")));

    store.readsLagBehind(Duration.ofDays(1));
    assertThat(store.getMembership(made.membershipId())).isEqualTo(made);
  }

  @Test
  void whatIsRestoredIsSeenAtOnceAndWritesAfterItLag() {
    StoreSnapshot before = store.snapshot();
    store.readsLagBehind(LAG);
    store.createMembership(group, user);

    store.restore(before);
    time.advance(LAG);
    Membership made = store.createMembership(group, user);

    assertThat(memberships()).isEmpty();
    time.advance(LAG);
    assertThat(memberships()).containsExactly(made.membershipId());
  }

  @Test
  void aNegativeLagIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.readsLagBehind(Duration.ofSeconds(-1)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsListedIsWhatWasThereThatLongAgo(int seed) {
    Random random = new Random(seed);
    store.readsLagBehind(LAG);
    NavigableMap<Long, List<MembershipId>> history = new TreeMap<>(Map.of(0L, List.of()));
    List<MembershipId> there = new ArrayList<>();
    for (long second = 1; second <= 100; second++) {
      time.advance(Duration.ofSeconds(1));
      for (int write = random.nextInt(4); write > 0; write--) {
        change(random, there);
      }
      history.put(second, List.copyOf(there));

      assertThat(memberships()).isEqualTo(then(history, second - LAG.toSeconds()));
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 30);
  }

  private void change(Random random, List<MembershipId> there) {
    if (there.isEmpty() || random.nextBoolean()) {
      there.add(store.createMembership(group, store.addUser()).membershipId());
    } else {
      store.deleteMembership(there.remove(random.nextInt(there.size())));
    }
  }

  private static List<MembershipId> then(
      NavigableMap<Long, List<MembershipId>> history, long second) {
    return Objects.requireNonNull(history.floorEntry(Math.max(0, second))).getValue();
  }

  private List<MembershipId> memberships() {
    return store.listMemberships(group, PageRequest.first(1_000)).items().stream()
        .map(Membership::membershipId)
        .toList();
  }

  private void assertSeen(Membership made, UserId alice) {
    assertThat(store.getMembership(made.membershipId())).isEqualTo(made);
    assertThat(store.findMembership(group, user)).isEqualTo(made);
    assertThat(memberships()).containsExactly(made.membershipId());
    assertThat(store.isMemberInGroups(user, List.of(group))).containsEntry(group, true);
    assertThat(store.users().get(alice).id()).isEqualTo(alice);
    assertThat(store.users().find("userName", "alice")).isEqualTo(alice);
    assertThat(store.users().list(AttributeFilter.all(), PageRequest.first(9)).items()).hasSize(2);
  }

  private void assertUnseen(Membership made, UserId alice) {
    assertRefused(ErrorCode.NOT_FOUND, () -> store.getMembership(made.membershipId()));
    assertRefused(ErrorCode.NOT_FOUND, () -> store.findMembership(group, user));
    assertThat(memberships()).isEmpty();
    assertThat(store.listMembershipsForMember(user, PageRequest.first(9)).items()).isEmpty();
    assertThat(store.isMemberInGroups(user, List.of(group))).containsEntry(group, false);
    assertRefused(ErrorCode.NOT_FOUND, () -> store.users().get(alice));
    assertRefused(ErrorCode.NOT_FOUND, () -> store.users().find("userName", "alice"));
    assertThat(store.users().list(AttributeFilter.all(), PageRequest.first(9)).items()).hasSize(1);
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(MemoryStoreException.class)
        .isThrownBy(call)
        .satisfies(refusal -> assertThat(refusal.description().code()).isEqualTo(code));
  }
}
