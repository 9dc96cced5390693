package com.example;

import com.example.scenario.BothClouds;
import org.junit.jupiter.api.Test;

/** On the class path, with JUnit 6. */
class ClassPathTest {

  @Test
  void worksOnAws() {
    BothClouds.checkAws();
  }

  @Test
  void worksOnHuaweiCloud() throws Exception {
    BothClouds.checkHuawei();
  }
}
