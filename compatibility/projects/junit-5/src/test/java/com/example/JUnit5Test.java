package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.scenario.BothClouds;
import dev.roster.emulator.Emulator;
import dev.roster.emulator.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With the JUnit 5 that an application has. */
@ExtendWith(EmulatorExtension.class)
class JUnit5Test {

  @Test
  void worksOnAws() {
    BothClouds.checkAws();
  }

  @Test
  void worksOnHuaweiCloud() throws Exception {
    BothClouds.checkHuawei();
  }

  @Test
  void theExtensionGivesAnEmulator(Emulator emulator) {
    assertEquals(0, emulator.store().membershipCount());
  }
}
