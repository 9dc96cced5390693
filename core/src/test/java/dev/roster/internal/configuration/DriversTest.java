package dev.roster.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.internal.call.ScriptedDriver;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ProviderUri;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discovery: what is usable is found, whatever else is on the class path. */
class DriversTest {

  private static final String MISSING = "dev.roster.nowhere.MissingFactory";

  @TempDir private Path directory;

  /** Serves one scheme. */
  public static final class UsableFactory implements DriverFactory {
    @Override
    public String scheme() {
      return "usable";
    }

    @Override
    public MembershipDriver open(ProviderUri uri) {
      return new ScriptedDriver();
    }
  }

  /** Cannot be made, as where a library that it needs is missing. */
  public static final class BrokenFactory implements DriverFactory {
    public BrokenFactory() {
      throw new IllegalStateException("a library is missing");
    }

    @Override
    public String scheme() {
      return "broken";
    }

    @Override
    public MembershipDriver open(ProviderUri uri) {
      throw new AssertionError("it cannot be made");
    }
  }

  @Test
  void aBrokenProviderDoesNotStandInTheWayOfOthers() throws IOException {
    List<String> factories =
        List.of(MISSING, BrokenFactory.class.getName(), UsableFactory.class.getName());

    MembershipDriver driver = seeing(factories, () -> open("usable://s-1"));

    assertThat(driver).isInstanceOf(ScriptedDriver.class);
  }

  @Test
  void whereNoneServesTheSchemeTheErrorListsWhatIsThereAndWhatIsBroken() {
    List<String> factories = List.of(UsableFactory.class.getName(), BrokenFactory.class.getName());

    assertThatThrownBy(() -> seeing(factories, () -> open("unknown://s-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "'unknown'", "roster-unknown-provider", "those that are there: usable", "BrokenFactory")
        .hasCauseInstanceOf(ServiceConfigurationError.class);
  }

  @Test
  void whatTheThreadsClassLoaderDoesNotKnowIsLookedForWhereTheLibraryIs() throws IOException {
    ClassLoader here = getClass().getClassLoader();

    try (URLClassLoader other = knowing(List.of(UsableFactory.class.getName()), here)) {
      ProviderUri uri = UriParser.parse("usable://s-1");
      assertThat(Drivers.open(uri, here, other)).isInstanceOf(ScriptedDriver.class);
    }
  }

  @Test
  void whereThereIsNoneTheErrorSaysSo() {
    assertThatThrownBy(() -> seeing(List.of(), () -> open("unknown://s-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("those that are there: none");
  }

  private static MembershipDriver open(String uri) {
    return Drivers.open(UriParser.parse(uri));
  }

  /** Runs with a class path on which these factories are registered. */
  private <T> T seeing(List<String> factories, Supplier<T> action) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = knowing(factories, before)) {
      thread.setContextClassLoader(loader);
      return action.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private URLClassLoader knowing(List<String> factories, ClassLoader parent) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.write(services.resolve(DriverFactory.class.getName()), factories);
    return new URLClassLoader(new URL[] {directory.toUri().toURL()}, parent);
  }
}
