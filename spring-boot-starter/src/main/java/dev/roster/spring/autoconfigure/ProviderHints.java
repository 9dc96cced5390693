package dev.roster.spring.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What the providers read from the class path, so that a native image has it. */
final class ProviderHints implements RuntimeHintsRegistrar {

  private static final String[] VERSIONS = {
    "dev/roster/aws/internal/driver/version.properties",
    "dev/roster/huawei/internal/http/version.properties"
  };

  @Override
  public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
    hints.resources().registerPattern("META-INF/services/dev.roster.spi.DriverFactory");
    for (String version : VERSIONS) {
      hints.resources().registerPattern(version);
    }
  }
}
