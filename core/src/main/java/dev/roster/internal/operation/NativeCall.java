package dev.roster.internal.operation;

import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.NativeAccess;
import dev.roster.NativeFunction;
import dev.roster.Operation;
import dev.roster.internal.call.Call;
import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.call.CallSubject;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.spi.CallsNatively;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call whose request is made by a function of the application.
 *
 * @param <N> the type of the native client
 * @param <T> what the function returns
 */
public final class NativeCall<N, T extends @Nullable Object> {

  private final Class<N> type;
  private final NativeAccess access;
  private final NativeFunction<? super N, T> function;

  /**
   * A call that has not begun.
   *
   * @param type the wanted type of native client
   * @param access what the request does to the store
   * @param function makes the request
   */
  public NativeCall(Class<N> type, NativeAccess access, NativeFunction<? super N, T> function) {
    this.type = Objects.requireNonNull(type, "type must not be null");
    this.access = Objects.requireNonNull(access, "access must not be null");
    this.function = Objects.requireNonNull(function, "function must not be null");
  }

  /** What the function returned, null included. */
  private record Returned<T extends @Nullable Object>(T value) {}

  /**
   * Makes the call.
   *
   * @param pipeline its way
   * @param options what it does differently
   * @return what the function returned
   */
  public T make(CallPipeline pipeline, CallOptions options) {
    CallsNatively driver = supporting(pipeline);
    CallSubject subject = new CallSubject(this::words, rules -> {});
    return pipeline
        .call(ClientMethod.CALL_NATIVE, subject, options, call -> send(call, driver))
        .value();
  }

  private Returned<T> send(Call call, CallsNatively driver) throws RequestFailed {
    Operation operation =
        access == NativeAccess.WRITE ? Operation.NATIVE_WRITE : Operation.NATIVE_READ;
    return call.send(
        operation, attempt -> new Returned<>(driver.callNative(type, function, attempt)));
  }

  private String words() {
    return "a native %s with %s".formatted(access.name().toLowerCase(Locale.ROOT), type.getName());
  }

  private CallsNatively supporting(CallPipeline pipeline) {
    if (!(pipeline.driver() instanceof CallsNatively driver)) {
      throw unsupported(pipeline, "the provider has no native calls");
    }
    if (!driver.nativeTypes().contains(type)) {
      throw unsupported(
          pipeline,
          "the provider has no native client of type %s; it has %s"
              .formatted(type.getName(), names(driver)));
    }
    return driver;
  }

  private static String names(CallsNatively driver) {
    return driver.nativeTypes().stream()
        .map(Class::getName)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static RuntimeException unsupported(CallPipeline pipeline, String why) {
    return pipeline.failure(
        ClientMethod.CALL_NATIVE, ErrorCode.UNSUPPORTED, why + "; nothing was sent");
  }
}
