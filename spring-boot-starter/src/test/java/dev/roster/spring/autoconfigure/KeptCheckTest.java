package dev.roster.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.roster.CheckReport;
import dev.roster.IdentityStoreId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Probes share one look-up. */
class KeptCheckTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final AtomicLong made = new AtomicLong();
  private final KeptCheck check = new KeptCheck(this::make, Duration.ofNanos(100), now::get);

  private CheckReport make() {
    made.incrementAndGet();
    return CheckReport.builder("memory", new IdentityStoreId("d-1")).build();
  }

  @Test
  void aReportIsKeptForItsTimeAndNotLonger() {
    CheckReport first = check.report();
    now.addAndGet(99);
    assertThat(check.report()).isSameAs(first);
    now.addAndGet(1);
    assertThat(check.report()).isNotSameAs(first);
    assertThat(made).hasValue(2);
  }

  @Test
  void aCheckThatWasInterruptedIsMadeAgain() {
    KeptCheck broken =
        new KeptCheck(
            () -> {
              if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("interrupted");
              }
              return make();
            },
            Duration.ofNanos(100),
            now::get);
    assertThatIllegalStateException().isThrownBy(broken::report);
    assertThat(broken.report()).isNotNull();
  }
}
