package dev.roster.emulator.clients;

import java.util.List;

/** The AWS command line against the emulator. */
final class AwsCommandLineTest extends InstalledClientTest {

  @Override
  InstalledClient client(Tool tool) throws Exception {
    Tool.requireInstalled(List.of("aws", "--version"), "awscli");
    return new AwsCommandLine(tool);
  }
}
