package dev.roster.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** Keys of one account never sign for another. */
class BeansOfClientTest {

  private static final Set<String> CLIENTS = Set.of("default", "prod", "dev");

  private final DefaultListableBeanFactory factory = new DefaultListableBeanFactory();

  private RootBeanDefinition bean(String name) {
    Supplier<String> itself = () -> name;
    RootBeanDefinition definition = new RootBeanDefinition(String.class, itself);
    factory.registerBeanDefinition(name, definition);
    return definition;
  }

  private RootBeanDefinition bean(String name, String client) {
    RootBeanDefinition definition = bean(name);
    definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, client));
    return definition;
  }

  private String found(String client) {
    return new BeansOfClient(factory, () -> CLIENTS).find(String.class, client).orElse("none");
  }

  @Test
  void theOnlyBeanIsForEveryClient() {
    bean("keys");
    assertThat(CLIENTS).allSatisfy(client -> assertThat(found(client)).isEqualTo("keys"));
  }

  @Test
  void theOnlyBeanIsNotTakenWhereItIsForAnotherClient() {
    bean("keys", "prod");
    assertThat(found("prod")).isEqualTo("keys");
    assertThat(found("dev")).isEqualTo("none");
    assertThat(found("default")).isEqualTo("none");
  }

  @Test
  void aBeansNameIsAQualifierToo() {
    bean("prod");
    assertThat(found("prod")).isEqualTo("prod");
    assertThat(found("dev")).isEqualTo("none");
  }

  @Test
  void aBeanOfAnotherClientIsNotTakenWhereItIsPrimary() {
    bean("keysOfProd", "prod").setPrimary(true);
    assertThat(found("dev")).isEqualTo("none");
    bean("others");
    assertThat(found("dev")).isEqualTo("others");
    assertThat(found("prod")).isEqualTo("keysOfProd");
  }

  @Test
  void theClientsOwnBeanComesBeforeThePrimaryOne() {
    bean("keysOfProd", "prod");
    bean("others").setPrimary(true);
    assertThat(found("prod")).isEqualTo("keysOfProd");
    assertThat(found("dev")).isEqualTo("others");
  }

  @Test
  void aQualifierThatNamesNoClientSaysNothing() {
    bean("keys", "somethingElse");
    assertThat(found("dev")).isEqualTo("keys");
  }

  @Test
  void ofSeveralThatAreLeftNoneIsChosenByChance() {
    bean("keysOfProd", "prod");
    bean("first");
    bean("second");
    assertThatThrownBy(() -> found("dev"))
        .isInstanceOf(NoUniqueBeanDefinitionException.class)
        .hasMessageContaining("first,second")
        .hasMessageNotContaining("keysOfProd");
  }

  @Test
  void ofSeveralThatAreLeftThePrimaryOneIsTaken() {
    bean("keysOfProd", "prod").setPrimary(true);
    bean("first").setPrimary(true);
    bean("second");
    assertThat(found("dev")).isEqualTo("first");
  }

  @Test
  void twoBeansForOneClientAreNotChosenByChance() {
    bean("one", "prod");
    bean("two", "prod");
    bean("others").setPrimary(true);
    assertThatThrownBy(() -> found("prod"))
        .isInstanceOf(NoUniqueBeanDefinitionException.class)
        .hasMessageContaining("one,two");
  }

  @Test
  void aBeanOfAParentContextIsFoundByTheSameRules() {
    bean("keysOfProd", "prod");
    BeansOfClient ofChild =
        new BeansOfClient(new DefaultListableBeanFactory(factory), () -> CLIENTS);
    assertThat(ofChild.find(String.class, "prod")).contains("keysOfProd");
    assertThat(ofChild.find(String.class, "dev")).isEmpty();
  }
}
