package dev.roster.campaign.calls;

import dev.roster.AsyncRosterClient;
import dev.roster.Pager;
import dev.roster.RosterClient;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Listings of an actor: with and without read-ahead, and asynchronous ones. */
final class Listings {

  private static final int MOST_BREAKS = 100;
  private static final Executor BROKEN =
      work -> {
        throw new BrokenExecutorException();
      };

  private Listings() {}

  /** Lists everything; the value of the report is the list. */
  static <T> CallReport list(Step step, Action action, Function<RosterClient, Pager<T>> listing) {
    int way = step.dice().below(4);
    return step.call(
        action,
        client -> all(listing.apply(client), way),
        client -> collected(step, client, listing));
  }

  private static <T> CompletableFuture<List<T>> collected(
      Step step, AsyncRosterClient client, Function<RosterClient, Pager<T>> listing) {
    List<T> all = new ArrayList<>();
    CompletableFuture<@Nullable Void> walk =
        client.forEach(listing.apply(step.scene().client().view(step.choices())), all::add);
    CompletableFuture<List<T>> collected = walk.thenApply(done -> List.copyOf(all));
    var unused = collected.whenComplete((list, failure) -> cancelWith(collected, walk));
    return collected;
  }

  private static void cancelWith(CompletableFuture<?> collected, CompletableFuture<?> walk) {
    if (collected.isCancelled()) {
      boolean unused = walk.cancel(true);
    }
  }

  /** Where an executor breaks, asking again goes on with the same page. */
  private static <T> List<T> all(Pager<T> pager, int way) {
    List<T> all = new ArrayList<>();
    Iterator<T> items = paged(pager, way).iterator();
    for (int breaks = 0; breaks < MOST_BREAKS; ) {
      try {
        if (!items.hasNext()) {
          return all;
        }
        all.add(items.next());
      } catch (BrokenExecutorException broken) {
        breaks++;
      }
    }
    throw new IllegalStateException("the listing does not go on after its executor broke");
  }

  private static <T> Pager<T> paged(Pager<T> pager, int way) {
    return switch (way) {
      case 0 -> pager.withReadAhead();
      case 1 -> pager.withReadAhead(BROKEN);
      default -> pager;
    };
  }

  /** What an executor throws that should have thrown a rejection. */
  private static final class BrokenExecutorException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
