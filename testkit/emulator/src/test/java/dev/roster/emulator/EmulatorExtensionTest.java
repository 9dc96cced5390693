package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.roster.Operation;
import dev.roster.memory.Fault;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreQuotas;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmulatorExtensionTest {

  @Nested
  @ExtendWith(EmulatorExtension.class)
  class ForEachTest {

    private static final List<Emulator> SEEN = new ArrayList<>();

    private final Emulator ofConstructor;

    ForEachTest(Emulator emulator) {
      this.ofConstructor = emulator;
    }

    @BeforeEach
    void addAUser(Emulator emulator) {
      emulator.store().addUser();
    }

    @RepeatedTest(2)
    void aTestHasAnEmulatorOfItsOwn(Emulator emulator, MemoryIdentityStore store, AccessKey key) {
      assertThat(emulator).isSameAs(ofConstructor).isNotIn(SEEN);
      assertThat(store).isSameAs(emulator.store());
      assertThat(key).isSameAs(emulator.key());
      assertThat(store.users().ids()).hasSize(1);
      SEEN.forEach(EmulatorExtensionTest::assertClosed);
      SEEN.add(emulator);
    }

    @AfterAll
    static void allAreClosed() {
      assertThat(SEEN).hasSize(2).allSatisfy(EmulatorExtensionTest::assertClosed);
      SEEN.clear();
    }
  }

  @Nested
  class ForAClass {

    private static final Set<Emulator> SEEN = new HashSet<>();

    @RegisterExtension
    static final EmulatorExtension EMULATORS =
        EmulatorExtension.perClass(() -> Emulator.builder().region("eu-central-1"));

    @BeforeAll
    static void itIsThereBeforeTheTests(Emulator emulator) {
      SEEN.add(emulator);
    }

    @RepeatedTest(2)
    void allTestsHaveTheOneThatWasConfigured(Emulator emulator) {
      SEEN.add(emulator);
      assertThat(SEEN).hasSize(1);
      assertThat(emulator.awsUri()).contains("region=eu-central-1");
    }

    @Nested
    class Inside {

      @Test
      void nestedTestsHaveItToo(Emulator emulator) {
        SEEN.add(emulator);
        assertThat(SEEN).hasSize(1);
      }
    }
  }

  @Nested
  class BetweenTests {

    @RegisterExtension
    static final EmulatorExtension CLOUD = EmulatorExtension.perClass(Emulator::builder);

    private static final URI EARLY = CLOUD.emulator().endpoint();

    @BeforeAll
    static void prepare(Emulator emulator) {
      emulator.store().addGroup();
    }

    @RepeatedTest(3)
    void eachTestBeginsWithWhatTheClassPrepared(Emulator emulator) throws Exception {
      MemoryIdentityStore store = emulator.store();
      assertThat(store.groups().count()).isEqualTo(1);
      assertThat(store.users().count()).isZero();
      assertThat(store.quotas()).isEqualTo(StoreQuotas.documented());
      assertThat(store.faults().next(Operation.GET_MEMBERSHIP)).isEmpty();
      assertThat(store.requests().total()).isZero();
      assertThat(emulator.requestCount()).isZero();

      store.addUser();
      store.groups().delete(store.groups().ids().iterator().next());
      store.quotas(StoreQuotas.unlimited());
      store.faults().onAnyOperation().always(Fault.throttle());
      store.requests().add(Operation.GET_MEMBERSHIP);
      HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(emulator.endpoint()).build(), BodyHandlers.discarding());
    }

    @Test
    void theAddressIsKnownBeforeAnyTestBegins(Emulator emulator) {
      assertThat(emulator.endpoint()).isEqualTo(EARLY);
      assertThat(CLOUD.emulator()).isSameAs(emulator);
    }

    @Nested
    class Inside {

      @BeforeAll
      static void prepareMore(Emulator emulator) {
        emulator.store().addGroup();
      }

      @RepeatedTest(2)
      void nestedTestsBeginWithWhatBothPrepared(Emulator emulator) {
        assertThat(emulator.store().groups().count()).isEqualTo(2);
        emulator.store().addGroup();
      }
    }

    @Nested
    class Beside {

      @Test
      void nestedClassesDoNotSeeWhatTheOtherPrepared(Emulator emulator) {
        assertThat(emulator.store().groups().count()).isEqualTo(1);
      }
    }
  }

  @Nested
  class KeepingState {

    @RegisterExtension
    static final EmulatorExtension CLOUD =
        EmulatorExtension.perClass(Emulator::builder).keepingState();

    private static int users;

    @RepeatedTest(2)
    void aTestSeesWhatTheOtherLeft(MemoryIdentityStore store) {
      assertThat(store.users().count()).isEqualTo(users++);
      store.addUser();
    }
  }

  static class ForARun {

    @RegisterExtension
    static final EmulatorExtension CLOUD = EmulatorExtension.perRun(Emulator::builder);

    private static final Set<URI> SEEN = new HashSet<>();

    @Test
    void allClassesHaveTheSame(Emulator emulator) {
      SEEN.add(emulator.endpoint());
      assertThat(SEEN).hasSize(1);
      assertThat(emulator.store().users().count()).isZero();
      emulator.store().addUser();
    }
  }

  @Nested
  class OneOfARun extends ForARun {}

  @Nested
  class AnotherOfARun extends ForARun {}

  @Test
  void withAnEmulatorForEachTestThereIsNoneToAskFor() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new EmulatorExtension().emulator())
        .withMessageContaining("perClass");
  }

  private static void assertClosed(Emulator emulator) {
    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(
            () -> new Socket(emulator.endpoint().getHost(), emulator.endpoint().getPort()).close());
  }
}
