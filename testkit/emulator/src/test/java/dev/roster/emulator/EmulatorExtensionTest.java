package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.memory.MemoryIdentityStore;
import java.net.ConnectException;
import java.net.Socket;
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

  private static void assertClosed(Emulator emulator) {
    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(
            () -> new Socket(emulator.endpoint().getHost(), emulator.endpoint().getPort()).close());
  }
}
