package dev.roster.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import dev.roster.emulator.EmulatorExtension;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.spring.AwsDriverCustomizer;
import dev.roster.spring.AwsHttpClientCustomizer;
import dev.roster.spring.HuaweiDriverCustomizer;
import dev.roster.spring.HuaweiHttpClientCustomizer;
import dev.roster.spring.RosterConnection;
import dev.roster.spring.RosterConnectionDetails;
import dev.roster.spring.RosterKeys;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Over both clouds' wires: whose keys sign, and which HTTP client sends. */
class CloudsTest {

  private static final AccessKey FIRST = AccessKey.of("FAKEAK0000000000001", "first-secret");
  private static final AccessKey SECOND =
      AccessKey.temporary("FAKEAK0000000000002", "second-secret", "second-token");

  @RegisterExtension
  static final EmulatorExtension CLOUD =
      EmulatorExtension.perClass(() -> Emulator.builder().key(FIRST).key(SECOND));

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(RosterAutoConfiguration.class))
          .withPropertyValues("roster.settling-time=0");

  private static String aws() {
    return CLOUD.emulator().awsUri();
  }

  private static String huawei() {
    return CLOUD.emulator().huaweiUri();
  }

  /** Calls each client once; a wrong signature would be refused. */
  private static ContextConsumer<AssertableApplicationContext> everyClientIsAccepted() {
    return context -> {
      assertThat(context).hasNotFailed();
      var clients = context.getBeansOfType(RosterClient.class).values();
      assertThat(clients).isNotEmpty();
      for (RosterClient client : clients) {
        GroupId group = CLOUD.emulator().store().addGroup();
        UserId user = CLOUD.emulator().store().addUser();
        client.createMembership(group, user);
        assertThat(client.isMember(user, group)).isTrue();
      }
    };
  }

  @Configuration(proxyBeanMethods = false)
  static class Keys {

    @Bean
    AwsCredentialsProvider awsKeys() {
      return StaticCredentialsProvider.create(
          AwsBasicCredentials.create(FIRST.id(), FIRST.secret()));
    }

    @Bean
    HuaweiCredentialsProvider huaweiKeys() {
      return HuaweiCredentialsProvider.of(HuaweiCredentials.of(FIRST.id(), FIRST.secret()));
    }
  }

  @Test
  void beansSignForTheCloudThatOnePropertyPicks() {
    for (String uri : List.of(aws(), huawei())) {
      application
          .withUserConfiguration(Keys.class)
          .withPropertyValues("roster.uri=" + uri)
          .run(everyClientIsAccepted());
    }
  }

  @Test
  void bothCloudsBesideEachOther() {
    application
        .withUserConfiguration(Keys.class)
        .withPropertyValues("roster.clients.a.uri=" + aws(), "roster.clients.b.uri=" + huawei())
        .run(everyClientIsAccepted());
  }

  @Test
  void theOtherProviderNeedNotBeThere() {
    application
        .withUserConfiguration(AwsKeys.class)
        .withClassLoader(new FilteredClassLoader("dev.roster.huawei", "okhttp3"))
        .withPropertyValues("roster.uri=" + aws())
        .run(everyClientIsAccepted());
    application
        .withUserConfiguration(HuaweiKeys.class)
        .withClassLoader(new FilteredClassLoader("dev.roster.aws", "software.amazon.awssdk"))
        .withPropertyValues("roster.uri=" + huawei())
        .run(everyClientIsAccepted());
  }

  @Configuration(proxyBeanMethods = false)
  static class AwsKeys {

    @Bean
    AwsCredentialsProvider keys() {
      return new Keys().awsKeys();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class HuaweiKeys {

    @Bean
    HuaweiCredentials keys() {
      return HuaweiCredentials.of(FIRST.id(), FIRST.secret());
    }
  }

  /** Two accounts: the emulator refuses the keys of the wrong name. */
  @Configuration(proxyBeanMethods = false)
  static class KeysByName {

    @Bean
    @Qualifier("a")
    AwsCredentialsProvider keysOfA() {
      return new Keys().awsKeys();
    }

    @Bean
    @Qualifier("b")
    AwsCredentialsProvider keysOfB() {
      return StaticCredentialsProvider.create(AwsBasicCredentials.create("FAKEAK", "wrong"));
    }
  }

  @Test
  void credentialsWithAClientsNameAreForThatClient() {
    application
        .withUserConfiguration(KeysByName.class)
        .withPropertyValues("roster.clients.a.uri=" + aws())
        .run(everyClientIsAccepted());
    application
        .withUserConfiguration(KeysByName.class)
        .withPropertyValues("roster.clients.b.uri=" + aws())
        .run(context -> assertThat(context.getBean(RosterClient.class).check().isOk()).isFalse());
  }

  @Test
  void credentialsAreNeverChosenByChance() {
    application
        .withUserConfiguration(KeysByName.class)
        .withPropertyValues("roster.uri=" + aws())
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(NoUniqueBeanDefinitionException.class)
                    .hasMessageContaining("keysOfA,keysOfB"));
  }

  @Test
  void aSourceThatIsSwitchedOffLeavesTheBean() {
    application
        .withUserConfiguration(Keys.class)
        .withPropertyValues("roster.uri=" + huawei(), "roster.huawei.metadata=false")
        .run(everyClientIsAccepted());
    application
        .withUserConfiguration(Keys.class)
        .withPropertyValues("roster.uri=" + huawei() + "&metadata=false")
        .run(everyClientIsAccepted());
  }

  @Test
  void connectionDetailsBringKeysForEitherCloud() {
    for (String uri : List.of(aws(), huawei())) {
      for (AccessKey key : List.of(FIRST, SECOND)) {
        RosterKeys pair = RosterKeys.of(key.id(), key.secret());
        RosterKeys keys = key.token().map(pair::withToken).orElse(pair);
        RosterConnectionDetails details = client -> RosterConnection.of(uri).withKeys(keys);
        application
            .withBean(RosterConnectionDetails.class, () -> details)
            .run(everyClientIsAccepted());
      }
    }
  }

  /** Notes which builders it was given, and for which client. */
  @Configuration(proxyBeanMethods = false)
  static class Customizers {

    final List<String> seen = new CopyOnWriteArrayList<>();

    @Bean
    AwsHttpClientCustomizer awsHttp() {
      return (client, http) -> {
        http.connectionTimeout(Duration.ofSeconds(2));
        seen.add("aws http of " + client);
      };
    }

    @Bean
    AwsDriverCustomizer awsDriver() {
      return (client, driver) -> {
        driver.strictIds();
        seen.add("aws driver of " + client);
      };
    }

    @Bean
    HuaweiHttpClientCustomizer huaweiHttp() {
      return (client, http) ->
          http.addInterceptor(
              chain -> {
                seen.add("huawei http of " + client);
                return chain.proceed(chain.request());
              });
    }

    @Bean
    HuaweiDriverCustomizer huaweiDriver() {
      return (client, driver) -> {
        driver.projectId("p1");
        seen.add("huawei driver of " + client);
      };
    }
  }

  @Test
  void customizersChangeTheDriversAndTheirHttpClients() {
    application
        .withUserConfiguration(Keys.class, Customizers.class)
        .withPropertyValues("roster.clients.a.uri=" + aws(), "roster.clients.h.uri=" + huawei())
        .run(
            context -> {
              everyClientIsAccepted().accept(context);
              assertThat(context.getBean(Customizers.class).seen)
                  .containsOnlyOnce("aws http of a", "aws driver of a", "huawei driver of h")
                  .contains("huawei http of h");
            });
  }
}
