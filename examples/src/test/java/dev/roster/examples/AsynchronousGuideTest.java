package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.AsyncRosterClient;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.Page;
import dev.roster.PageToken;
import dev.roster.Presence;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The snippets of {@code docs/asynchronous.md}. */
@Timeout(60)
class AsynchronousGuideTest {

  private static final int MEMBERS = 25;

  private final MemoryIdentityStore store = MemoryIdentityStore.named("asynchronous-guide");
  private final RosterClient client = RosterClient.open("memory://asynchronous-guide");
  private final AsyncRosterClient async = client.async();
  private final GroupId group = store.addGroup();
  private final UserId user = store.addUser();

  @BeforeEach
  void fill() {
    IntStream.range(0, MEMBERS).forEach(number -> store.createMembership(group, store.addUser()));
  }

  @AfterEach
  void close() {
    client.close();
    MemoryIdentityStore.forget("asynchronous-guide");
  }

  @Test
  void aSubscriberAsksForTheNextMemberWhenItIsDoneWithOne() throws InterruptedException {
    List<String> seen = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    async
        .listMemberships(group)
        .subscribe(
            new Flow.Subscriber<>() {
              private Flow.@Nullable Subscription subscription;

              @Override
              public void onSubscribe(Flow.Subscription given) {
                subscription = given;
                given.request(1);
              }

              @Override
              public void onNext(Membership membership) {
                seen.add(membership.memberId().value());
                Objects.requireNonNull(subscription).request(1);
              }

              @Override
              public void onError(Throwable failure) {
                done.countDown();
              }

              @Override
              public void onComplete() {
                done.countDown();
              }
            });
    done.await();
    assertThat(seen).hasSize(MEMBERS);
  }

  @Test
  void aPageAndTheOneAfterIt() {
    CompletableFuture<Page<Membership>> page =
        async.listMemberships(group).withPageSize(20).firstPage();
    PageToken next = page.join().next().orElseThrow();
    CompletableFuture<Page<Membership>> after =
        async.listMemberships(group).withPageSize(20).startingAt(next).firstPage();
    assertThat(page.join().items()).hasSize(20);
    assertThat(after.join().items()).hasSize(MEMBERS - 20);
    assertThat(after.join().next()).isEmpty();
  }

  @Test
  void reactorReadsWhatItNeeds() {
    Flux<Membership> members =
        JdkFlowAdapter.flowPublisherToFlux(async.listMemberships(group).withPageSize(10));
    List<String> first = members.map(it -> it.memberId().value()).take(5).collectList().block();
    assertThat(first).hasSize(5);
    assertThat(store.requests().of(StoreOperation.LIST_GROUP_MEMBERSHIPS)).isEqualTo(1);
  }

  @Test
  void reactorMakesOneCallForEachSubscription() {
    Mono<Presence> added =
        Mono.fromFuture(() -> async.ensureMember(group, user))
            .map(ensured -> ensured.presence())
            .onErrorResume(RosterException.class, failure -> Mono.empty());
    assertThat(added.block()).isEqualTo(Presence.CREATED);
    assertThat(added.block()).isEqualTo(Presence.ALREADY_PRESENT);
  }
}
