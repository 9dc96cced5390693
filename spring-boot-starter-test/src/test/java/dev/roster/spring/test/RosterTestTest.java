package dev.roster.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.emulator.Emulator;
import dev.roster.emulator.Protocol;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** The part of an application that uses Roster, on the cloud that its property names. */
class RosterTestTest {

  /** What holds on either cloud. */
  abstract static class OnACloud {

    @Autowired Teams teams;
    @Autowired Emulator emulator;
    @Autowired MemoryIdentityStore store;

    abstract Protocol protocol();

    @RepeatedTest(2)
    void eachTestBeginsAnewAndSpeaksTheProtocolOfTheProperty() {
      assertThat(store.membershipCount()).isZero();
      assertThat(emulator.requestCount()).isZero();

      teams.join(store.addGroup(), store.addUser());

      assertThat(store.membershipCount()).isOne();
      assertThat(emulator.journal(entry -> entry.is(StoreOperation.CREATE_GROUP_MEMBERSHIP)))
          .singleElement()
          .satisfies(entry -> assertThat(entry.protocol()).isEqualTo(protocol()));
    }
  }

  @Nested
  @RosterTest(
      properties = "roster.uri=aws://d-1234567890?region=eu-west-1&profile=none&endpoint=https://x")
  @Import(Teams.class)
  class OnAws extends OnACloud {

    @Override
    Protocol protocol() {
      return Protocol.AWS;
    }
  }

  @Nested
  @RosterTest(properties = "roster.uri=huawei://d-a00aaaa33f?region=cn-north-4&metadata=true")
  @Import(Teams.class)
  class OnHuawei extends OnACloud {

    @Override
    Protocol protocol() {
      return Protocol.HUAWEI;
    }

    @Test
    void theStoreIsTheOneOfTheProperty() {
      assertThat(store.identityStoreId()).hasToString("d-a00aaaa33f");
    }
  }

  @Nested
  @RosterTest(
      properties = {
        "roster.clients.a.uri=aws://d-1111111111",
        "roster.clients.h.uri=huawei://d-2222222222",
        "roster.clients.m.uri=memory://boot-slice"
      })
  class WithSeveralClients {

    @Autowired
    @Qualifier("a")
    RosterClient aws;

    @Autowired
    @Qualifier("h")
    RosterClient huawei;

    @Autowired
    @Qualifier("m")
    RosterClient memory;

    @Autowired Emulator emulator;
    @Autowired ApplicationContext context;

    @Test
    void eachHasItsProtocolAndItsStore() {
      for (RosterClient client : new RosterClient[] {aws, huawei}) {
        MemoryIdentityStore store =
            emulator.stores().stream()
                .filter(each -> each.identityStoreId().equals(client.identityStoreId()))
                .findFirst()
                .orElseThrow();
        GroupId group = store.addGroup();
        UserId user = store.addUser();
        client.createMembership(group, user);
        assertThat(client.isMember(user, group)).isTrue();
      }
      assertThat(memory.provider()).isEqualTo("memory");
    }

    @Test
    void theApplicationsComponentsAreLeftOut() {
      assertThat(context.getBeanProvider(Teams.class).getIfAvailable()).isNull();
      assertThat(context.getBeansOfType(RosterClient.class)).hasSize(3);
    }
  }
}
