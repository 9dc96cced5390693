package dev.roster.sync;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.MemoryMembershipDriver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A service for which upper and lower case of an id are the same. */
final class AnyCase {

  private AnyCase() {}

  static MemoryMembershipDriver in(MemoryMembershipDriver driver) {
    return (MemoryMembershipDriver)
        Proxy.newProxyInstance(
            MemoryMembershipDriver.class.getClassLoader(),
            new Class<?>[] {MemoryMembershipDriver.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("canonicalId")) {
                return lower(String.valueOf(arguments[0]));
              }
              try {
                return method.invoke(driver, lowered(arguments));
              } catch (InvocationTargetException failed) {
                Throwable cause = failed.getCause();
                throw cause == null ? failed : cause;
              }
            });
  }

  private static @Nullable Object @Nullable [] lowered(@Nullable Object @Nullable [] arguments) {
    return arguments == null ? null : Arrays.stream(arguments).map(AnyCase::lowered).toArray();
  }

  private static @Nullable Object lowered(@Nullable Object argument) {
    if (argument instanceof GroupId group) {
      return new GroupId(lower(group.value()));
    }
    return argument instanceof UserId user ? new UserId(lower(user.value())) : argument;
  }

  private static String lower(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
