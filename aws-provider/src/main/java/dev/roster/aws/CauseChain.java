package dev.roster.aws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  boolean hasNamed(String simpleName) {
    return failures.stream().anyMatch(each -> isNamed(each.getClass(), simpleName));
  }

  Throwable outermost() {
    return failures.get(0);
  }

  Throwable innermost() {
    return failures.get(failures.size() - 1);
  }

  private static boolean isNamed(@Nullable Class<?> type, String simpleName) {
    return type != null
        && (type.getSimpleName().equals(simpleName) || isNamed(type.getSuperclass(), simpleName));
  }
}
