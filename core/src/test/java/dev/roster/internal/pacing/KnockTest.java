package dev.roster.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnockTest {

  @Test
  void theFirstCallGoesAlone() {
    Knock knock = new Knock(0, 10);
    assertThat(knock.toSend()).isOne();
    knock.sent();
    assertThat(knock.toSend()).isZero();
    knock.throttled(0);
    assertThat(knock.toSend()).isEqualTo(4);
  }

  @Test
  void ofTwoOneThrottledCallIsEnough() {
    Knock knock = new Knock(0, 2);
    knock.sent();
    knock.throttled(0);
    assertThat(knock.foundEmpty()).isTrue();
    assertThat(knock.toSend()).isZero();
  }

  @Test
  void ofTwoBothMustBeAcceptedToFindMore() {
    Knock knock = new Knock(0, 2);
    knock.sent();
    knock.accepted(0);
    assertThat(knock.foundMore()).isFalse();
    assertThat(knock.toSend()).isOne();
    knock.sent();
    knock.accepted(1);
    assertThat(knock.foundMore()).isTrue();
    assertThat(knock.foundEmpty()).isFalse();
  }

  @Test
  void whatWasSentBeforeItDoesNotCount() {
    Knock knock = new Knock(5, 2);
    knock.throttled(4);
    knock.accepted(4);
    assertThat(knock.foundEmpty() || knock.foundMore()).isFalse();
    assertThat(knock.toSend()).isOne();
  }
}
