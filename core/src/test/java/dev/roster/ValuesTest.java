package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.spi.InvalidInputException;
import dev.roster.spi.TextRule;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can never be a value fails where it is made, and names the field and the rule. */
class ValuesTest {

  static Stream<Arguments> textsOfEveryType() {
    List<Function<String, Object>> types =
        List.of(
            IdentityStoreId::new,
            GroupId::new,
            UserId::new,
            MembershipId::new,
            PageToken::new,
            value -> CallOptions.defaults().withCorrelationId("ticket", value),
            name -> CallOptions.defaults().withCorrelationId(name, "1"));
    return types.stream()
        .flatMap(
            type ->
                Stream.of(
                    Arguments.of(type, "", "blank"),
                    Arguments.of(type, " \t", "blank"),
                    Arguments.of(type, "a\nb", "control characters"),
                    Arguments.of(type, "a\u0000b", "control characters"),
                    Arguments.of(type, "x".repeat(100_001), "at most")));
  }

  @ParameterizedTest
  @MethodSource("textsOfEveryType")
  void aTextThatCanNeverBeAnIdIsRefused(Function<String, Object> type, String text, String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> type.apply(text))
        .withMessageContaining(rule);
  }

  @Test
  void idsAreComparedByTheirExactText() {
    assertThat(new GroupId("a")).isEqualTo(new GroupId("a")).isNotEqualTo(new GroupId("A"));
    assertThat(new GroupId("a")).hasToString("a");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0})
  void aPageHasOneItemOrMore(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallOptions.defaults().withPageSize(size))
        .withMessageContaining("page size must be 1 or more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void timesArePositive(Duration time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallOptions.defaults().withDeadline(time))
        .withMessageContaining("deadline must be positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallOptions.defaults().withAttemptTimeout(time))
        .withMessageContaining("attemptTimeout must be positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.defaults().withBaseDelay(time))
        .withMessageContaining("baseDelay");
  }

  @Test
  void aMessageNamesATimeAsPeopleWriteIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallOptions.defaults().withDeadline(Duration.ofSeconds(-90)))
        .withMessage("deadline must be positive, but is -1 min 30 s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallOptions.defaults().withSettlingTime(Duration.ofMillis(-5)))
        .withMessage("settlingTime must not be negative, but is -5 ms");
  }

  @Test
  void aRetryPolicyMakesAtLeastOneAttemptAndItsLongestStepIsNoShorterThanItsFirst() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.defaults().withMaxAttempts(0))
        .withMessageContaining("maxAttempts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.defaults().withMaxDelay(Duration.ofMillis(1)))
        .withMessageContaining("maxDelay");
  }

  @Test
  void correlationIdsKeepTheirOrder() {
    CallOptions options =
        CallOptions.defaults().withCorrelationId("z", "1").withCorrelationId("a", "2");
    assertThat(options.correlationIds()).containsExactly(Map.entry("z", "1"), Map.entry("a", "2"));
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeHasItsExceptionAndTellsWhatToDoNext(ErrorCode code) {
    RosterException error =
        RosterException.builder(code, "memory", ClientMethod.GET_MEMBERSHIP).build();
    assertThat(error.code()).isEqualTo(code);
    assertThat(error).hasMessage(code.advice());
    assertThat(error instanceof NotFoundException).isEqualTo(code == ErrorCode.NOT_FOUND);
    assertThat(error instanceof ThrottledException).isEqualTo(code == ErrorCode.THROTTLED);
    assertThat(error instanceof AlreadyMemberException).isEqualTo(code == ErrorCode.ALREADY_MEMBER);
  }

  /** What cannot be named outside cannot be covered there, so a new kind breaks no switch. */
  @Test
  void noSwitchOfAnApplicationCoversAllKindsOfMemberWithoutADefault() {
    assertThat(MemberId.class.getPermittedSubclasses())
        .contains(UserId.class)
        .anySatisfy(kind -> assertThat(Modifier.isPublic(kind.getModifiers())).isFalse());
  }

  @Test
  void aTextRuleNamesTheFieldAndTheRuleAndNotTheText() {
    TextRule rule =
        TextRule.length("group id", 1, 3).matching(Pattern.compile("[a-z]+"), "letters");
    assertThatCode(() -> rule.check("abc")).doesNotThrowAnyException();
    assertThatThrownBy(() -> rule.check("wxyz"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("group id must have 1 to 3 characters, but has 4");
    assertThatThrownBy(() -> rule.check("1")).hasMessage("group id must be letters");
    assertThatThrownBy(() -> TextRule.length("store", 12, 12).check("x"))
        .hasMessage("store must have exactly 12 characters, but has 1");
  }
}
