package dev.roster.micrometer;

import io.micrometer.common.KeyValues;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Key values, each made once: there are few of them, and each call would have to make and sort them
 * again.
 *
 * @param <T> what key values say
 */
final class KnownKeys<T> {

  /** Far more than the meters of an application; what is beyond is made each time. */
  private static final int MOST = 1_000;

  private final Map<T, KeyValues> known = new ConcurrentHashMap<>();
  private final Function<T, KeyValues> maker;

  KnownKeys(Function<T, KeyValues> maker) {
    this.maker = maker;
  }

  KeyValues of(T what) {
    KeyValues found = known.get(what);
    return found == null ? made(what) : found;
  }

  private KeyValues made(T what) {
    KeyValues made = maker.apply(what);
    if (known.size() < MOST) {
      known.put(what, made);
    }
    return made;
  }
}
