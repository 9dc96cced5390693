package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.scenario.BothClouds;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** With an application's Jackson 2 beside Roster's Jackson 3. */
class Jackson2Test {

  @Test
  void worksOnAws() {
    BothClouds.checkAws();
  }

  @Test
  void worksOnHuaweiCloud() throws Exception {
    BothClouds.checkHuawei();
  }

  @Test
  void theApplicationStillReadsWithItsOwn() throws Exception {
    assertEquals(1, new ObjectMapper().readTree("{\"members\": [7]}").get("members").size());
  }
}
