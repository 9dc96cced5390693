package dev.roster.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.IdentityStoreId;
import dev.roster.emulator.Emulator;
import dev.roster.memory.MemoryIdentityStore;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A whole application on an emulator of the test's own. */
@SpringBootTest
@AutoConfigureRosterEmulator
class AutoConfigureRosterEmulatorTest {

  @Autowired Teams teams;
  @Autowired MemoryIdentityStore store;

  /** An emulator with settings of its own, and an application that fills its store. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Cloud {

    @Bean
    Emulator emulator() {
      return Emulator.builder()
          .store(new MemoryIdentityStore(new IdentityStoreId("d-9999999999")))
          .start();
    }

    @Bean
    CommandLineRunner seed(MemoryIdentityStore store) {
      return arguments -> store.addGroup();
    }
  }

  @RepeatedTest(2)
  void whatTheApplicationPutThereIsThereInEveryTest() {
    assertThat(store.identityStoreId()).hasToString("d-9999999999");
    assertThat(store.snapshot().groups()).hasSize(1);
    assertThat(store.membershipCount()).isZero();
    teams.join(store.snapshot().groups().get(0).id(), store.addUser());
    assertThat(store.membershipCount()).isOne();
  }
}
