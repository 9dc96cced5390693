package dev.roster.internal.call;

import dev.roster.spi.MembershipDriver;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A driver that has the optional interfaces that a test says and no others. It is a scripted one
 * but for the methods that the test writes itself.
 */
final class DisguisedDriver {

  /** What a method does, of whatever interface. */
  interface Behavior {
    Object on(Object[] arguments) throws Exception;
  }

  private DisguisedDriver() {}

  static MembershipDriver of(
      ScriptedDriver driver, Map<String, Behavior> own, Class<?>... optional) {
    InvocationHandler methods =
        (proxy, method, arguments) -> {
          Behavior behavior = own.get(method.getName());
          if (behavior != null) {
            return behavior.on(arguments);
          }
          try {
            return method.invoke(driver, arguments);
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        };
    Class<?>[] interfaces =
        Stream.concat(Stream.of(MembershipDriver.class), Stream.of(optional))
            .toArray(Class<?>[]::new);
    return (MembershipDriver)
        Proxy.newProxyInstance(MembershipDriver.class.getClassLoader(), interfaces, methods);
  }
}
