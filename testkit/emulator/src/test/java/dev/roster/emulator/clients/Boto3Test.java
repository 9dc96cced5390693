package dev.roster.emulator.clients;

import java.util.List;

/** Python's client against the emulator. */
final class Boto3Test extends InstalledClientTest {

  @Override
  InstalledClient client(Tool tool) throws Exception {
    Tool.requireInstalled(List.of("python3", "-c", "import boto3"), "python3-boto3");
    return new Boto3(tool, "python3");
  }
}
