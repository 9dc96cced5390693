package dev.roster.emulator.guide;

import static dev.roster.emulator.guide.YourCode.yourCode;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.emulator.Emulator;
import dev.roster.emulator.EmulatorExtension;
import dev.roster.memory.StoreOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class JoinTest {

  @Test
  void aUserJoins(Emulator emulator) {
    GroupId group = emulator.store().addGroup();
    UserId user = emulator.store().addUser();

    yourCode(emulator.endpoint(), emulator.key().id(), emulator.key().secret()).join(user, group);

    assertThat(emulator.store().membershipCount()).isOne();
    assertThat(emulator.journal(entry -> entry.is(StoreOperation.CREATE_GROUP_MEMBERSHIP)))
        .hasSize(1);
  }
}
