package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.spi.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * What one of several threads does to a store. Its users are its own, so that it knows what must be
 * true of them; the groups are everybody's, and everybody replaces them.
 */
final class MixedOperations implements Callable<Map<UserId, Map<GroupId, MembershipId>>> {

  private final MemoryIdentityStore store;
  private final ConcurrentMap<Integer, GroupId> groups;
  private final int thread;
  private final int rounds;
  private final Random random;
  private final List<UserId> users = new ArrayList<>();
  private final Map<UserId, Map<GroupId, MembershipId>> acknowledged = new HashMap<>();
  private int names;

  MixedOperations(
      MemoryIdentityStore store, ConcurrentMap<Integer, GroupId> groups, int thread, int rounds) {
    this.store = store;
    this.groups = groups;
    this.thread = thread;
    this.rounds = rounds;
    this.random = new Random(thread);
  }

  /** Returns what the store has acknowledged and this thread has not removed. */
  @Override
  public Map<UserId, Map<GroupId, MembershipId>> call() {
    addUser();
    for (int round = 0; round < rounds; round++) {
      switch (random.nextInt(12)) {
        case 0 -> addUser();
        case 1 -> removeUser();
        case 2 -> rename();
        case 3 -> replaceGroup();
        case 4, 5 -> leave();
        case 6 -> list();
        default -> join();
      }
    }
    return acknowledged;
  }

  private void addUser() {
    String name = freshName();
    UserId made = store.users().create(Attributes.none().with("userName", name));
    assertThat(store.users().find("userName", name)).isEqualTo(made);
    users.add(made);
    acknowledged.put(made, new HashMap<>());
  }

  private void removeUser() {
    if (users.size() > 1) {
      UserId gone = users.remove(random.nextInt(users.size()));
      store.users().delete(gone);
      acknowledged.remove(gone);
      assertMissing(() -> store.users().get(gone));
    }
  }

  private void rename() {
    UserId user = anyUser();
    String name = freshName();
    store.users().update(user, before -> before.with("userName", name));
    assertThat(store.users().get(user).attributes().text("userName")).contains(name);
    assertThat(store.users().find("userName", name)).isEqualTo(user);
  }

  private void replaceGroup() {
    GroupId made = store.groups().create(Attributes.none().with("displayName", freshName()));
    GroupId gone = groups.put(random.nextInt(groups.size()), made);
    store.groups().delete(Objects.requireNonNull(gone));
    assertMissing(() -> store.groups().get(gone));
  }

  private void join() {
    UserId user = anyUser();
    GroupId group = anyGroup();
    Map<GroupId, MembershipId> own = own(user);
    if (own.containsKey(group)) {
      assertRefused(group, ErrorCode.ALREADY_MEMBER, () -> store.createMembership(group, user));
    } else {
      unlessGone(group, () -> store.createMembership(group, user))
          .ifPresent(made -> own.put(group, made.membershipId()));
    }
    unlessGone(group, () -> store.findMembership(group, user))
        .ifPresent(found -> assertThat(found.membershipId()).isEqualTo(own.get(group)));
  }

  private void leave() {
    Map<GroupId, MembershipId> own = own(anyUser());
    if (!own.isEmpty()) {
      GroupId group = List.copyOf(own.keySet()).get(random.nextInt(own.size()));
      MembershipId gone = Objects.requireNonNull(own.remove(group));
      unlessGone(
          group,
          () -> {
            store.deleteMembership(gone);
            return gone;
          });
      assertMissing(() -> store.getMembership(gone));
    }
  }

  private void list() {
    UserId user = anyUser();
    List<Membership> listed = ListingWalk.all(page -> store.listMembershipsForMember(user, page));
    assertThat(listed).doesNotHaveDuplicates();
    Map<GroupId, MembershipId> unlisted = new HashMap<>(own(user));
    for (Membership each : listed) {
      assertThat(unlisted.remove(each.groupId())).isEqualTo(each.membershipId());
    }
    assertThat(unlisted.keySet()).allMatch(this::isGone);
    GroupId group = anyGroup();
    unlessGone(group, () -> store.listMemberships(group, PageRequest.first(10)));
  }

  /** Empty where the store refused because another thread has removed the group. */
  private <T> Optional<T> unlessGone(GroupId group, Supplier<T> request) {
    try {
      return Optional.of(request.get());
    } catch (MemoryStoreException refusal) {
      assertThat(isGone(group)).as("refused with %s for no reason", refusal).isTrue();
      return Optional.empty();
    }
  }

  private void assertRefused(GroupId group, ErrorCode code, ThrowingCallable request) {
    MemoryStoreException refusal = catchThrowableOfType(MemoryStoreException.class, request);
    assertThat(refusal.description().code()).isIn(code, ErrorCode.NOT_FOUND);
    assertThat(refusal.description().code() == code || isGone(group)).isTrue();
  }

  private static void assertMissing(ThrowingCallable request) {
    MemoryStoreException refusal = catchThrowableOfType(MemoryStoreException.class, request);
    assertThat(refusal.description().code()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  private boolean isGone(GroupId group) {
    try {
      store.groups().get(group);
      return false;
    } catch (MemoryStoreException missing) {
      return true;
    }
  }

  private UserId anyUser() {
    return users.get(random.nextInt(users.size()));
  }

  private GroupId anyGroup() {
    return Objects.requireNonNull(groups.get(random.nextInt(groups.size())));
  }

  private Map<GroupId, MembershipId> own(UserId user) {
    return Objects.requireNonNull(acknowledged.get(user));
  }

  private String freshName() {
    return "thread " + thread + " name " + ++names;
  }
}
