package dev.roster.huawei.internal.http;

import org.jspecify.annotations.Nullable;

/** Looks through the causes of a failure, up to a depth. */
public final class Causes {

  /** Deeper than any known chain; a longer one may be a cycle. */
  private static final int DEEPEST = 20;

  private Causes() {}

  /** The outermost failure of a type; null where there is none. */
  public static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
    Throwable each = failure;
    for (int depth = 0; each != null && depth < DEEPEST; depth++) {
      if (type.isInstance(each)) {
        return type.cast(each);
      }
      each = each.getCause();
    }
    return null;
  }

  /** Whether one failure is another one, or was caused by it. */
  public static boolean has(Throwable failure, Throwable cause) {
    Throwable each = failure;
    for (int depth = 0; each != null && depth < DEEPEST; depth++) {
      if (each == cause) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }

  /** The innermost failure. */
  static Throwable root(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
      root = root.getCause();
    }
    return root;
  }
}
