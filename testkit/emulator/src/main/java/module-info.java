/** A local server that speaks both clouds' identity store protocols, for tests. */
module dev.roster.emulator {
  requires static transitive org.jspecify;
  requires transitive dev.roster.core;
  requires transitive dev.roster.memory;
  requires org.slf4j;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  // For EmulatorExtension and the program: optional, as their artifacts are. Not transitive: a
  // module
  // that needs the emulator could then not be compiled without JUnit.
  requires static org.junit.jupiter.api;
  requires static info.picocli;

  exports dev.roster.emulator;

  // Jackson makes the records of a state document.
  opens dev.roster.emulator.internal.state to
      tools.jackson.databind;
  // Picocli sets the fields of the program's options.
  opens dev.roster.emulator.internal.program to
      info.picocli;
}
