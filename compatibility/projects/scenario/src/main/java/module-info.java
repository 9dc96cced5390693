/** What every project of a user does. */
module com.example.scenario {
  requires dev.roster.core;
  requires dev.roster.emulator;

  exports com.example.scenario;
}
