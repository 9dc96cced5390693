package com.example.modular;

import com.example.scenario.BothClouds;
import java.io.IOException;

/** Runs on both clouds, every jar a module. */
public final class Main {

  private Main() {}

  /** Fails unless each part of Roster is a module and works. */
  public static void main(String[] none) throws IOException {
    if (!BothClouds.class.getModule().isNamed()) {
      throw new AssertionError("the class path was used");
    }
    BothClouds.main(new String[] {"aws", "huawei"});
  }
}
