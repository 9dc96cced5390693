package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.Reader;
import java.io.StringReader;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The emulator works as a module of its own, with nothing but its required dependencies. */
class EmulatorModuleTest {

  private static final String NAME = "dev.roster.emulator";
  private static final String SEED = "{\"stores\": [{\"identityStoreId\": \"d-1234567890\"}]}";

  /** The required dependencies, as folders of this build or as jars. */
  private static final Pattern REQUIRED =
      Pattern.compile(
          "(roster-core|roster-memory|jspecify|slf4j-api|jackson-(core|databind|annotations))"
              + "-[0-9.]+[^/]*\\.jar$|(core|memory|emulator)/target/classes$");

  @Test
  void onlyThePublicPackageIsExported() {
    assertThat(layer().findModule(NAME).orElseThrow().getDescriptor().exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactly(NAME);
  }

  @Test
  void aSeededEmulatorStartsWithoutJUnitAndPicocli() throws Exception {
    Class<?> type = layer().findLoader(NAME).loadClass(Emulator.class.getName());
    Object builder = type.getMethod("builder").invoke(null);
    Object seeded =
        builder.getClass().getMethod("seed", Reader.class).invoke(builder, new StringReader(SEED));
    Object emulator = builder.getClass().getMethod("start").invoke(seeded);
    try (AutoCloseable running = (AutoCloseable) emulator) {
      assertThat((List<?>) type.getMethod("stores").invoke(running)).hasSize(1);
    }
    assertThat(type.getModule().isNamed()).isTrue();
  }

  private static ModuleLayer layer() {
    Path[] paths =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> REQUIRED.matcher(entry.replace('\\', '/')).find())
            .map(Path::of)
            .toArray(Path[]::new);
    ModuleLayer platform = ModuleLayer.boot();
    Configuration found =
        platform
            .configuration()
            .resolveAndBind(ModuleFinder.of(paths), ModuleFinder.of(), Set.of(NAME));
    return platform.defineModulesWithOneLoader(found, ClassLoader.getPlatformClassLoader());
  }
}
