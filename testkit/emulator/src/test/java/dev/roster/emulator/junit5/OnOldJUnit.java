package dev.roster.emulator.junit5;

import dev.roster.emulator.Emulator;
import dev.roster.emulator.EmulatorExtension;
import dev.roster.memory.MemoryIdentityStore;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs tests that use the extension on the JUnit that is on the class path. */
final class OnOldJUnit {

  private OnOldJUnit() {}

  /**
   * Prints the number of tests, those that succeeded and why the others did not.
   *
   * @param arguments none
   * @throws IOException if the network fails
   */
  public static void main(String[] arguments) throws IOException {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                DiscoverySelectors.selectClass(ForEachTest.class),
                DiscoverySelectors.selectClass(ForAClass.class))
            .build();
    LauncherFactory.create().execute(request, listener);
    System.out.printf(
        "JUnit %s: %d of %d%n",
        RepeatedTest.class.getPackage().getImplementationVersion(),
        listener.getSummary().getTestsSucceededCount(),
        listener.getSummary().getTestsFoundCount());
    listener.getSummary().getFailures().forEach(each -> System.out.println(each.getException()));
    System.out.println(isClosed(ForAClass.endpoint) ? "closed" : "left running");
    System.exit(0);
  }

  private static boolean isClosed(URI endpoint) throws IOException {
    try (Socket connected = new Socket(endpoint.getHost(), endpoint.getPort())) {
      return !connected.isConnected();
    } catch (ConnectException refused) {
      return true;
    }
  }

  @ExtendWith(EmulatorExtension.class)
  static class ForEachTest {

    @RepeatedTest(2)
    void aTestHasAnEmulatorOfItsOwn(MemoryIdentityStore store) {
      Assertions.assertEquals(0, store.users().count());
      store.addUser();
    }
  }

  static class ForAClass {

    @RegisterExtension
    static final EmulatorExtension CLOUD = EmulatorExtension.perClass(Emulator::builder);

    private static URI endpoint = URI.create("http://127.0.0.1:1");

    @BeforeAll
    static void prepare(Emulator emulator) {
      Assertions.assertSame(CLOUD.emulator(), emulator);
      emulator.store().addGroup();
      endpoint = emulator.endpoint();
    }

    @RepeatedTest(2)
    void testsBeginWithWhatTheClassPrepared(MemoryIdentityStore store) {
      Assertions.assertEquals(1, store.groups().count());
      store.addGroup();
    }
  }
}
