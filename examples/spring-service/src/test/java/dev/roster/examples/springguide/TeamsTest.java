package dev.roster.examples.springguide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.memory.MemoryIdentityStore;
import dev.roster.spring.test.RosterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

@RosterTest(properties = "roster.uri=huawei://d-a00aaaa33f?region=cn-north-4")
@Import(Teams.class)
class TeamsTest {

  @Autowired Teams teams;
  @Autowired MemoryIdentityStore store;

  @Test
  void aUserJoins() {
    teams.join(store.addGroup(), store.addUser());
    assertThat(store.membershipCount()).isOne();
  }

  /** The application of this package. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  static class Application {}
}
