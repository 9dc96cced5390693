package dev.roster.emulator;

import dev.roster.emulator.internal.junit.SharedEmulator;
import dev.roster.memory.MemoryIdentityStore;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit extension that starts an emulator for each test, for each test class or for a whole run,
 * passes it to constructors and methods that ask for it, and closes it afterwards. Runs on JUnit
 * 5.10 and newer, and on JUnit 6.
 *
 * <pre>{@code
 * @ExtendWith(EmulatorExtension.class)
 * class MyTest {
 *   @Test
 *   void aUserJoins(Emulator emulator) { ... }
 * }
 * }</pre>
 *
 * <p>Parameters may be of type {@link Emulator}, {@link MemoryIdentityStore} (its first store) and
 * {@link AccessKey} (its first key pair). Needs {@code junit-jupiter-api} on the class path, which
 * every JUnit test has.
 *
 * <p>With one emulator for each test, one test and its {@code @BeforeEach} and {@code @AfterEach}
 * methods get the same; its constructor too, on JUnit 5.12 and newer. Such tests can run in
 * parallel. A configured or shared one is registered as a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final EmulatorExtension CLOUD =
 *     EmulatorExtension.perClass(() -> Emulator.builder().throttle(20, 40));
 * }</pre>
 *
 * <p>Tests that share an emulator all begin with what its stores held when the first of them began,
 * that is with what the builder and {@code @BeforeAll} methods put there: users, groups,
 * memberships and quotas are brought back, faults, counts and the journal are cleared. They must
 * not run in parallel; {@link #keepingState} switches that off.
 *
 * <p>What needs the address before any test begins, such as the properties of a Spring context,
 * takes it from {@link #emulator}:
 *
 * <pre>{@code
 * @DynamicPropertySource
 * static void cloud(DynamicPropertyRegistry registry) {
 *   registry.add("memberships.uri", () -> CLOUD.emulator().awsUri());
 * }
 * }</pre>
 */
// A module that uses this class has JUnit; one that does not need not have it.
@SuppressWarnings("exports")
public final class EmulatorExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {

  private final Supplier<EmulatorBuilder> builders;
  private final Lifetime lifetime;
  private final boolean cleaning;
  private @Nullable SharedEmulator latest;
  private boolean early;

  /** For how long an emulator runs. */
  private enum Lifetime {
    TEST,
    CLASS,
    RUN
  }

  /** Makes an extension that starts a default emulator for each test. */
  public EmulatorExtension() {
    this(Emulator::builder, Lifetime.TEST, false);
  }

  private EmulatorExtension(
      Supplier<EmulatorBuilder> builders, Lifetime lifetime, boolean cleaning) {
    this.builders = Objects.requireNonNull(builders, "builders must not be null");
    this.lifetime = lifetime;
    this.cleaning = cleaning;
  }

  /**
   * Makes an extension that starts an emulator for each test.
   *
   * @param builders asked once for each test, for a new builder
   * @return an extension
   */
  public static EmulatorExtension perTest(Supplier<EmulatorBuilder> builders) {
    return new EmulatorExtension(builders, Lifetime.TEST, false);
  }

  /**
   * Makes an extension that starts one emulator for all tests of a class, those of its nested
   * classes included. It must be registered for the class, as a static field for example.
   *
   * @param builders asked once for each class, for a new builder
   * @return an extension
   */
  public static EmulatorExtension perClass(Supplier<EmulatorBuilder> builders) {
    return new EmulatorExtension(builders, Lifetime.CLASS, true);
  }

  /**
   * Makes an extension that starts one emulator for all classes for which it is registered, as a
   * static field of their common superclass for example, and closes it at the end of the run. For
   * what keeps the address longer than a class, as Spring's cache of contexts does.
   *
   * @param builders asked once, for a new builder
   * @return an extension
   */
  public static EmulatorExtension perRun(Supplier<EmulatorBuilder> builders) {
    return new EmulatorExtension(builders, Lifetime.RUN, true);
  }

  /**
   * This extension, but with nothing brought back or cleared between tests.
   *
   * @return another extension
   */
  public EmulatorExtension keepingState() {
    return new EmulatorExtension(builders, lifetime, false);
  }

  /**
   * The emulator that a class or a run shares; started now if it is not running yet. The extension
   * must be registered, or nothing closes the emulator.
   *
   * @return the emulator that the tests get
   * @throws IllegalStateException if there is an emulator for each test
   */
  public synchronized Emulator emulator() {
    requireShared();
    if (latest == null || latest.isClosed()) {
      latest = start();
      early = true;
    }
    return latest.emulator();
  }

  private void requireShared() {
    if (lifetime == Lifetime.TEST) {
      throw new IllegalStateException(
          "there is an emulator for each test: take perClass or perRun for one to ask for");
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (lifetime != Lifetime.TEST) {
      SharedEmulator shared = running(context);
      if (cleaning) {
        shared.beginClass();
      }
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    SharedEmulator running = running(context);
    if (cleaning) {
      running.beginTest();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (cleaning) {
      running(context).endClass();
    }
  }

  /** So that a constructor gets the emulator of its test. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Emulator.class || type == MemoryIdentityStore.class || type == AccessKey.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (lifetime == Lifetime.TEST && context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "there is an emulator for each test, so none for what runs once for a class: take"
              + " EmulatorExtension.perClass for that, in a static field");
    }
    Emulator emulator = running(context).emulator();
    Class<?> type = parameter.getParameter().getType();
    if (type == Emulator.class) {
      return emulator;
    }
    return type == AccessKey.class ? emulator.key() : emulator.store();
  }

  /** JUnit closes what its store holds at the end of the context that it was made for. */
  private synchronized SharedEmulator running(ExtensionContext context) {
    ExtensionContext owner = lifetime == Lifetime.RUN ? context.getRoot() : context;
    Store store = owner.getStore(Namespace.create(EmulatorExtension.class, this));
    SharedEmulator running = store.get(SharedEmulator.class, SharedEmulator.class);
    if (running == null) {
      running = lifetime == Lifetime.TEST ? start() : adopted();
      store.put(SharedEmulator.class, running);
    }
    return running;
  }

  /** The one that {@link #emulator} has started before, if there is one. */
  private SharedEmulator adopted() {
    SharedEmulator adopted = early && latest != null ? latest : start();
    early = false;
    latest = adopted;
    return adopted;
  }

  private SharedEmulator start() {
    return new SharedEmulator(builders.get().start());
  }
}
