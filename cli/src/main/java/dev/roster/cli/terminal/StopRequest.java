package dev.roster.cli.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * What Ctrl-C and SIGTERM do. The first one interrupts the thread that works, so that calls under
 * way end, and what was done is still printed. The second one ends the process at once.
 */
public final class StopRequest {

  private static final int NONE = 0;
  private static final int OFFSET_OF_SIGNALS = 128;

  private final Thread worker;
  private final Runnable notice;
  private final IntConsumer halt;
  private final AtomicInteger exitCode = new AtomicInteger(NONE);

  /**
   * Stops one thread.
   *
   * @param worker the thread to interrupt
   * @param notice says that the program is stopping
   */
  public StopRequest(Thread worker, Runnable notice) {
    this(worker, notice, Runtime.getRuntime()::halt);
  }

  /** The last is what ends the process at once. */
  StopRequest(Thread worker, Runnable notice, IntConsumer halt) {
    this.worker = worker;
    this.notice = notice;
    this.halt = halt;
  }

  /**
   * The exit code of a program that was asked to stop.
   *
   * @return 130 after Ctrl-C, 143 after SIGTERM; empty where nothing asked
   */
  public OptionalInt exitCode() {
    int code = exitCode.get();
    return code == NONE ? OptionalInt.empty() : OptionalInt.of(code);
  }

  /**
   * Asks to stop.
   *
   * @param signal the signal's number
   */
  public void signalled(int signal) {
    if (exitCode.compareAndSet(NONE, OFFSET_OF_SIGNALS + signal)) {
      worker.interrupt();
      notice.run();
    } else {
      halt.accept(OFFSET_OF_SIGNALS + signal);
    }
  }

  /**
   * Listens to the signals from now on. The JVM's only interface for it is not part of the Java
   * platform; where it is missing, a signal ends the process as it does any other.
   */
  public void listen() {
    listenTo("INT");
    listenTo("TERM");
  }

  private void listenTo(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              StopRequest.class.getClassLoader(), new Class<?>[] {handler}, handling(signal));
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException missing) {
      // As the Javadoc says: the signal keeps its usual meaning.
      return;
    }
  }

  private InvocationHandler handling(Class<?> signal) throws NoSuchMethodException {
    Method number = signal.getMethod("getNumber");
    return (proxy, method, arguments) ->
        switch (method.getName()) {
          case "hashCode" -> System.identityHashCode(proxy);
          case "equals" -> proxy == arguments[0];
          case "toString" -> "StopRequest";
          default -> {
            signalled(number(number, arguments[0]));
            yield null;
          }
        };
  }

  private static int number(Method number, Object signal)
      throws IllegalAccessException, InvocationTargetException {
    return (Integer) number.invoke(signal);
  }
}
