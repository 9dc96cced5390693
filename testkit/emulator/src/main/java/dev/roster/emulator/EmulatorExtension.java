package dev.roster.emulator;

import dev.roster.memory.MemoryIdentityStore;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit extension that starts an emulator for each test, or for each test class, hands it to
 * constructors and methods that ask for it, and closes it afterwards.
 *
 * <pre>{@code
 * @ExtendWith(EmulatorExtension.class)
 * class MyTest {
 *   @Test
 *   void somebodyJoins(Emulator emulator) { ... }
 * }
 * }</pre>
 *
 * <p>Parameters may be of type {@link Emulator}, {@link MemoryIdentityStore} (its first store) and
 * {@link AccessKey} (its first key pair). Emulators share nothing, so that tests can run in
 * parallel. Needs {@code junit-jupiter-api} on the class path, which every JUnit test has.
 *
 * <p>With one emulator for each test, one test and its {@code @BeforeEach} and {@code @AfterEach}
 * methods get the same. A configured one is registered as a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final EmulatorExtension CLOUD =
 *     EmulatorExtension.perClass(() -> Emulator.builder().throttle(20, 40));
 * }</pre>
 */
public final class EmulatorExtension
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

  private final Supplier<EmulatorBuilder> builders;
  private final boolean perClass;

  /** Makes an extension that starts a default emulator for each test. */
  public EmulatorExtension() {
    this(Emulator::builder, false);
  }

  private EmulatorExtension(Supplier<EmulatorBuilder> builders, boolean perClass) {
    this.builders = Objects.requireNonNull(builders, "builders must not be null");
    this.perClass = perClass;
  }

  /**
   * Makes an extension that starts an emulator for each test.
   *
   * @param builders asked once for each test, for a new builder
   * @return an extension
   */
  public static EmulatorExtension perTest(Supplier<EmulatorBuilder> builders) {
    return new EmulatorExtension(builders, false);
  }

  /**
   * Makes an extension that starts one emulator for all tests of a class, those of its nested
   * classes included. It must be registered for the class, as a static field for example.
   *
   * @param builders asked once for each class, for a new builder
   * @return an extension
   */
  public static EmulatorExtension perClass(Supplier<EmulatorBuilder> builders) {
    return new EmulatorExtension(builders, true);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (perClass) {
      emulator(context);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    emulator(context);
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
    if (!perClass && context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "there is an emulator for each test, so none for what runs once for a class: take"
              + " EmulatorExtension.perClass for that, in a static field");
    }
    Emulator emulator = emulator(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == Emulator.class) {
      return emulator;
    }
    return type == AccessKey.class ? emulator.key() : emulator.store();
  }

  /** JUnit closes what its store holds at the end of the context that it was made for. */
  private Emulator emulator(ExtensionContext context) {
    return context
        .getStore(Namespace.create(EmulatorExtension.class, this))
        .computeIfAbsent(Emulator.class, key -> builders.get().start(), Emulator.class);
  }
}
