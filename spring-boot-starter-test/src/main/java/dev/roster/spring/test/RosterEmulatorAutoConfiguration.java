package dev.roster.spring.test;

import dev.roster.emulator.Emulator;
import dev.roster.emulator.EmulatorBuilder;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.spring.RosterConnection;
import dev.roster.spring.RosterConnectionDetails;
import dev.roster.spring.autoconfigure.ConfiguredConnections;
import dev.roster.spring.autoconfigure.RosterAutoConfiguration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** An emulator, its first store, and connection details that lead to it. */
@AutoConfiguration(before = RosterAutoConfiguration.class)
@SuppressWarnings("exports") // What its annotations name is for Spring alone.
public final class RosterEmulatorAutoConfiguration {

  /** For Spring. */
  public RosterEmulatorAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  Emulator rosterEmulator(ConfiguredConnections connections) {
    EmulatorBuilder builder = Emulator.builder();
    connections.clients().stream()
        .map(connections::connection)
        .flatMap(Optional::stream)
        .filter(EmulatorConnectionDetails::isCloud)
        .map(RosterConnection::identityStoreId)
        .distinct()
        .forEach(store -> builder.store(new MemoryIdentityStore(store)));
    return builder.start();
  }

  @Bean
  @ConditionalOnMissingBean
  MemoryIdentityStore rosterEmulatorStore(Emulator emulator) {
    return emulator.store();
  }

  @Bean
  @ConditionalOnMissingBean
  RosterConnectionDetails rosterEmulatorConnectionDetails(
      Emulator emulator, ConfiguredConnections connections) {
    return new EmulatorConnectionDetails(emulator, connections::connection);
  }

  @Bean
  EmulatorContents rosterEmulatorContents(Emulator emulator) {
    return new EmulatorContents(emulator);
  }
}
