package dev.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;

/**
 * Ten thousand listings at the same time, each of a million members, whose consumers take a few
 * members and pause. A program of its own, so that it can be given little memory: {@link
 * ManyListingsTest} starts it.
 */
final class ManyListings {

  static final int LISTINGS = 10_000;
  static final int ROUNDS = 20;
  static final int ITEMS_OF_A_ROUND = 5;
  static final int PAGE = 10;

  private ManyListings() {}

  /** Takes as many items as it is told to, and no more until it is told again. */
  private static final class SlowConsumer implements Flow.Subscriber<Membership> {

    private Flow.Subscription subscription = new NoSubscription();
    private CountDownLatch round = new CountDownLatch(0);
    private int taken;

    void take(int items, CountDownLatch done) {
      round = done;
      subscription.request(items);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(Membership item) {
      taken++;
      if (taken % ITEMS_OF_A_ROUND == 0) {
        round.countDown();
      }
    }

    @Override
    public void onError(Throwable thrown) {
      throw new AssertionError("a listing failed", thrown);
    }

    @Override
    public void onComplete() {
      throw new AssertionError("a listing of a million ended");
    }
  }

  private static final class NoSubscription implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }

  /** Prints what was read. */
  public static void main(String[] arguments) throws InterruptedException {
    CountingDriver driver = new CountingDriver();
    try (RosterClient client = RosterClient.builder(driver).build()) {
      List<SlowConsumer> consumers = subscribed(client);
      for (int round = 0; round < ROUNDS; round++) {
        CountDownLatch done = new CountDownLatch(LISTINGS);
        consumers.forEach(consumer -> consumer.take(ITEMS_OF_A_ROUND, done));
        done.await();
      }
      int items = consumers.stream().mapToInt(consumer -> consumer.taken).sum();
      consumers.forEach(consumer -> consumer.subscription.cancel());
      System.out.println("items " + items + " pages " + driver.pages());
    }
  }

  private static List<SlowConsumer> subscribed(RosterClient client) {
    List<SlowConsumer> consumers = new ArrayList<>();
    AsyncPager<Membership> listing =
        client.async().listMemberships(CountingDriver.groupOf(1_000_000)).withPageSize(PAGE);
    for (int number = 0; number < LISTINGS; number++) {
      SlowConsumer consumer = new SlowConsumer();
      listing.subscribe(consumer);
      consumers.add(consumer);
    }
    return consumers;
  }
}
