package dev.roster.emulator.internal.junit;

import dev.roster.emulator.Emulator;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A running emulator, and what it is brought back to between tests. Closed by JUnit with the store
 * that it is put into: before 5.13 that does so for {@code CloseableResource} alone.
 */
@SuppressWarnings("deprecation")
public final class SharedEmulator
    implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  private final Emulator emulator;
  private final Deque<Preparation> preparations = new ArrayDeque<>();
  private boolean closed;

  /**
   * Takes an emulator over.
   *
   * @param emulator a running emulator
   */
  public SharedEmulator(Emulator emulator) {
    this.emulator = emulator;
  }

  /**
   * The emulator.
   *
   * @return the same at every call
   */
  public Emulator emulator() {
    return emulator;
  }

  /**
   * Whether it was closed.
   *
   * @return true where another has to be started
   */
  public synchronized boolean isClosed() {
    return closed;
  }

  /** Brings back what was prepared for all classes, or by the outer class for its nested ones. */
  public synchronized void beginClass() {
    if (preparations.isEmpty()) {
      preparations.push(new Preparation());
    }
    beginTest();
    preparations.push(new Preparation());
  }

  /** Brings back what the class prepared before its first test. */
  public synchronized void beginTest() {
    Preparation current = preparations.peek();
    if (current != null) {
      current.bringBack();
    }
  }

  /** Forgets what the class prepared. */
  public synchronized void endClass() {
    preparations.pop();
  }

  @Override
  public synchronized void close() {
    closed = true;
    emulator.close();
  }

  /** What is there when the first of some tests or classes begins; the others begin with it too. */
  private final class Preparation {

    private @Nullable StoreContents contents;

    void bringBack() {
      if (contents == null) {
        contents = StoreContents.of(emulator);
      } else {
        contents.restore(emulator);
      }
    }
  }
}
