package dev.roster.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.CallOptions;
import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.ThreadContext;
import dev.roster.UserId;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.GroupMember;
import dev.roster.directory.LookupKey;
import dev.roster.query.AccessQueries;
import dev.roster.query.NameResolver;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.Reconciler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

/** The caller's observation is the parent of every call, whichever thread makes it. */
class ContextAcrossThreadsTest {

  private final ObservedStore observed = new ObservedStore();
  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final List<GroupId> groups = new ArrayList<>();

  /** Each way in which the library gives work to another thread, its own or an application's. */
  enum Way {
    ASYNC {
      @Override
      void make(ContextAcrossThreadsTest test) {
        test.client().async().findMembership(test.group(), test.user()).join();
      }
    },
    ASYNC_ON_EXECUTOR {
      @Override
      void make(ContextAcrossThreadsTest test) {
        test.client().async(test.executor).findMembership(test.group(), test.user()).join();
      }
    },
    PUBLISHER {
      @Override
      void make(ContextAcrossThreadsTest test) {
        readRequestedElsewhere(test.client().async().listMemberships(test.group()).withPageSize(1));
      }
    },
    PUBLISHER_ON_EXECUTOR {
      @Override
      void make(ContextAcrossThreadsTest test) {
        readRequestedElsewhere(
            test.client().async(test.executor).listMemberships(test.group()).withPageSize(1));
      }
    },
    PUBLISHER_OF_PAGES {
      @Override
      void make(ContextAcrossThreadsTest test) {
        readRequestedElsewhere(
            test.client().async().listMemberships(test.group()).withPageSize(1).pages());
      }
    },
    READ_AHEAD {
      @Override
      void make(ContextAcrossThreadsTest test) {
        test.pages().listMemberships(test.group()).withReadAhead().forEach(each -> {});
      }
    },
    READ_AHEAD_ON_EXECUTOR {
      @Override
      void make(ContextAcrossThreadsTest test) {
        test.pages().listMemberships(test.group()).withReadAhead(test.executor).forEach(each -> {});
      }
    },
    READ_AHEAD_OF_USERS {
      @Override
      void make(ContextAcrossThreadsTest test) {
        test.pages().directory().users().list().withReadAhead().forEach(each -> {});
      }
    },
    BULK {
      @Override
      void make(ContextAcrossThreadsTest test) {
        BulkMemberships.of(test.client()).add(test.pairs(), result -> {});
      }
    },
    BULK_ON_EXECUTOR {
      @Override
      void make(ContextAcrossThreadsTest test) {
        BulkMemberships.of(test.client())
            .withExecutor(test.executor)
            .add(test.pairs(), result -> {});
      }
    },
    RECONCILE {
      @Override
      void make(ContextAcrossThreadsTest test) {
        test.reconcile(Reconciler.of(test.client()));
      }
    },
    RECONCILE_ON_EXECUTOR {
      @Override
      void make(ContextAcrossThreadsTest test) {
        test.reconcile(Reconciler.of(test.client()).withExecutor(test.executor));
      }
    },
    QUERIES {
      @Override
      void make(ContextAcrossThreadsTest test) {
        test.query(AccessQueries.of(test.client()));
      }
    },
    QUERIES_ON_EXECUTOR {
      @Override
      void make(ContextAcrossThreadsTest test) {
        test.query(AccessQueries.of(test.client()).withExecutor(test.executor));
      }
    },
    NAMES {
      @Override
      void make(ContextAcrossThreadsTest test) {
        NameResolver.ofGroups(test.client())
            .resolve(List.of(LookupKey.groupName("a"), LookupKey.groupName("b")));
      }
    };

    abstract void make(ContextAcrossThreadsTest test);
  }

  /** One item after the other, each requested on a thread that the subscriber does not know. */
  private static void readRequestedElsewhere(Flow.Publisher<?> listing) {
    RequestsElsewhere subscriber = new RequestsElsewhere();
    listing.subscribe(subscriber);
    subscriber.ended.join();
  }

  private static final class RequestsElsewhere implements Flow.Subscriber<Object> {

    final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      requestElsewhere();
    }

    private void requestElsewhere() {
      Flow.Subscription known = Objects.requireNonNull(subscription, "not subscribed");
      new Thread(() -> known.request(1), "requests").start();
    }

    @Override
    public void onNext(Object item) {
      requestElsewhere();
    }

    @Override
    public void onError(Throwable thrown) {
      ended.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
      ended.complete(null);
    }
  }

  @BeforeEach
  void fill() {
    for (int i = 0; i < 4; i++) {
      groups.add(observed.store.addGroup());
      observed.store.createMembership(observed.group, observed.store.addUser());
    }
  }

  @AfterEach
  void close() {
    executor.shutdownNow();
    observed.close();
  }

  RosterClient client() {
    return observed.client;
  }

  RosterClient pages() {
    return observed.client.with(CallOptions.defaults().withPageSize(1));
  }

  GroupId group() {
    return observed.group;
  }

  UserId user() {
    return observed.user;
  }

  Iterator<GroupMember> pairs() {
    return groups.stream().map(group -> new GroupMember(group, observed.user)).iterator();
  }

  void reconcile(Reconciler reconciler) {
    Map<GroupId, Set<UserId>> wanted = new LinkedHashMap<>();
    groups.forEach(group -> wanted.put(group, Set.of(observed.user)));
    reconciler.apply(reconciler.plan(ReconcileMode.ADDITIVE, wanted));
  }

  void query(AccessQueries queries) {
    queries.listGroups(groups);
  }

  @ParameterizedTest
  @EnumSource
  void theCallersObservationIsTheParentOfEveryCall(Way way) {
    observed.within("job", () -> way.make(this));

    assertThat(observed.recorded.calls())
        .isNotEmpty()
        .extracting(CallObservationContext::getParentObservation)
        .extracting(ContextAcrossThreadsTest::nameOf)
        .containsOnly("job");
    assertThat(observed.recorded.attempts())
        .extracting(attempt -> nameOf(attempt.getParentObservation()))
        .containsOnly("roster.call");
  }

  private static String nameOf(@Nullable ObservationView observation) {
    return observation == null ? "none" : String.valueOf(observation.getContextView().getName());
  }

  @ParameterizedTest
  @EnumSource
  void theCallersLoggingContextIsThatOfEveryCallToo(Way way) {
    MDC.put("ticket", "T-1");
    try {
      observed.within("job", () -> way.make(this));
    } finally {
      MDC.clear();
    }
    assertThat(observed.recorded.tickets()).isNotEmpty().containsOnly("T-1");
    assertThat(onTheExecutor(() -> MDC.get("ticket"))).containsOnlyNulls();
  }

  @ParameterizedTest
  @EnumSource
  void aThreadIsGivenBackWithoutTheObservation(Way way) {
    observed.within("job", () -> way.make(this));

    assertThat(onTheExecutor(observed.registry::getCurrentObservation)).containsOnlyNulls();
    assertThat(observed.registry.getCurrentObservation()).isNull();
  }

  /** Asked on both threads of the executor, at the same time. */
  private <T extends @Nullable Object> List<T> onTheExecutor(Supplier<T> question) {
    CyclicBarrier both = new CyclicBarrier(2);
    Supplier<T> asked =
        () -> {
          try {
            both.await();
          } catch (InterruptedException | BrokenBarrierException broken) {
            throw new AssertionError(broken);
          }
          return question.get();
        };
    CompletableFuture<T> one = CompletableFuture.supplyAsync(asked, executor);
    CompletableFuture<T> other = CompletableFuture.supplyAsync(asked, executor);
    List<T> answers = new ArrayList<>();
    answers.add(one.join());
    answers.add(other.join());
    return answers;
  }

  @Test
  void anApplicationTakesTheContextToThreadsOfItsOwn() {
    AtomicReference<@Nullable String> ticket = new AtomicReference<>();
    MDC.put("ticket", "T-1");
    try {
      observed.within(
          "job",
          () -> {
            ThreadContext context = ThreadContext.of(client());
            CompletableFuture.runAsync(
                    context.around(
                        () -> {
                          ticket.set(MDC.get("ticket"));
                          client().findMembership(group(), user());
                        }),
                    executor)
                .join();
          });
    } finally {
      MDC.clear();
    }
    Observation.ContextView call = observed.recorded.calls().get(0);
    assertThat(nameOf(call.getParentObservation())).isEqualTo("job");
    assertThat(ticket).hasValue("T-1");
    assertThat(onTheExecutor(() -> MDC.get("ticket"))).containsOnlyNulls();
  }
}
