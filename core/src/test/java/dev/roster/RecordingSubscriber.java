package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Notes every signal, and requests only what the test requests. */
class RecordingSubscriber<T> implements Flow.Subscriber<T> {
  final List<T> items = new ArrayList<>();
  final CountDownLatch ended = new CountDownLatch(1);
  final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
  @Nullable Throwable failure;
  boolean completed;

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.set(given);
  }

  @Override
  public void onNext(T item) {
    items.add(item);
  }

  @Override
  public void onError(Throwable thrown) {
    failure = thrown;
    ended.countDown();
  }

  @Override
  public void onComplete() {
    completed = true;
    ended.countDown();
  }

  void request(long n) {
    subscription().request(n);
  }

  Flow.Subscription subscription() {
    return Optional.ofNullable(subscription.get()).orElseThrow();
  }

  ErrorCode code() {
    assertThat(failure).isInstanceOf(RosterException.class);
    return ((RosterException) Optional.ofNullable(failure).orElseThrow()).code();
  }
}
