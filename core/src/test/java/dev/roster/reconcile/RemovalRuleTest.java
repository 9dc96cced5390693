package dev.roster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules are named the same way in messages, options and files. */
class RemovalRuleTest {

  @ParameterizedTest
  @EnumSource(RemovalRule.class)
  void aRuleIsFoundByItsId(RemovalRule rule) {
    assertThat(RemovalRule.of(rule.id())).isSameAs(rule);
    assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
    assertThat(Refusal.of(rule, "Something is wrong").message())
        .startsWith("Something is wrong. ")
        .endsWith("allow the rule " + rule.id() + " for this run.");
  }

  @Test
  void anUnknownRuleIsAnsweredWithThoseThatThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RemovalRule.of("everything"))
        .withMessageContaining("source-empty, rows-unreadable");
  }
}
