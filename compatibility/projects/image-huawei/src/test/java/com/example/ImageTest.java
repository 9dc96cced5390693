package com.example;

import com.example.scenario.SmallRuntime;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Huawei Cloud a small runtime is enough; what it is and how it is tried is in the scenario. */
class ImageTest {

  @Test
  void theSmallRuntimeIsEnough(@TempDir Path folder) throws Exception {
    SmallRuntime.check("huawei", System.getProperty("image.modules"), folder);
  }

  @Test
  void noJarOfRosterUsesWhatTheJdkKeepsToItself() {
    SmallRuntime.checkJars();
  }
}
