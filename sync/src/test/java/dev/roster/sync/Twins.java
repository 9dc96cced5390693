package dev.roster.sync;

import dev.roster.directory.ContactPoint;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.memory.MemoryMembershipDriver;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.RawPage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows an address of a user as that of another one, which the store itself does not allow. */
final class Twins {

  private String own = "";
  private String shown = "";

  void set(String address, String shownAs) {
    own = address;
    shown = shownAs;
  }

  MemoryMembershipDriver in(MemoryMembershipDriver driver) {
    return proxy(MemoryMembershipDriver.class, driver);
  }

  private <T> T proxy(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return changed(method.invoke(target, arguments));
              } catch (InvocationTargetException failed) {
                Throwable cause = failed.getCause();
                throw cause == null ? failed : cause;
              }
            }));
  }

  private @Nullable Object changed(@Nullable Object result) {
    if (result instanceof EntryDriver<?, ?> entries) {
      return proxy(EntryDriver.class, entries);
    }
    return result instanceof RawPage<?> page
        ? RawPage.of(page.items().stream().map(this::twin).toList(), page.nextToken().orElse(null))
        : result;
  }

  private Object twin(Object item) {
    return item instanceof User user
            && user.emails().stream().anyMatch(email -> email.value().equals(own))
        ? User.of(user.id(), user.fields().with(UserFields.EMAILS, List.of(ContactPoint.of(shown))))
        : item;
  }
}
