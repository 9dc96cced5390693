package dev.roster.aws.internal.errors;

import dev.roster.aws.internal.http.RequestNotSentException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** A failure and its causes, from the outside in. */
final class CauseChain {

  private final List<Throwable> failures = new ArrayList<>();

  CauseChain(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
      failures.add(each);
    }
  }

  <T extends Throwable> @Nullable T first(Class<T> type) {
    return failures.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  @SafeVarargs
  final boolean has(Class<? extends Throwable>... types) {
    for (Class<? extends Throwable> type : types) {
      if (first(type) != null) {
        return true;
      }
    }
    return false;
  }

  /** For classes that need not be on the class path. */
  boolean hasNamed(String... simpleNames) {
    return Stream.of(simpleNames)
        .anyMatch(name -> failures.stream().anyMatch(each -> isNamed(each.getClass(), name)));
  }

  /** A ready-made client with retries of its own leaves its earlier failures as suppressed ones. */
  boolean mayHaveBeenRetried() {
    Throwable outermost = failures.get(0);
    Integer attempts = outermost instanceof SdkException failure ? failure.numAttempts() : null;
    return (attempts != null && attempts > 1) || outermost.getSuppressed().length > 0;
  }

  /** The words of all failures of a type, each fact once. */
  <T extends Throwable> String words(Class<T> type) {
    StringBuilder words = new StringBuilder();
    for (Throwable each : failures) {
      String message = message(each);
      boolean counts = type.isInstance(each) && !(each instanceof RequestNotSentException);
      if (counts && words.indexOf(message) < 0) {
        words.append(words.length() == 0 ? "" : ": ").append(message);
      }
    }
    return words.toString();
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  Throwable innermost() {
    return failures.get(failures.size() - 1);
  }

  private static boolean isNamed(@Nullable Class<?> type, String simpleName) {
    return type != null
        && (type.getSimpleName().equals(simpleName) || isNamed(type.getSuperclass(), simpleName));
  }
}
