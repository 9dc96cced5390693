package dev.roster.emulator.internal.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** Starts the program and stops it in order when the process is asked to end. */
final class Main {

  private static final int UNUSABLE = 2;
  private static final long SECONDS_TO_STOP = 20;

  private Main() {}

  /**
   * Runs the program.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, stopped), "stop"));
    int exitCode = commandLine(stop).execute(arguments);
    stopped.countDown();
    System.exit(exitCode);
  }

  static CommandLine commandLine(CountDownLatch stop) {
    return new CommandLine(new EmulatorProgram(stop))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              line.getErr().println(line.getCommandName() + ": " + explained(failure));
              line.getErr().flush();
              return isUsage(failure) ? UNUSABLE : 1;
            });
  }

  /** The virtual machine ends when this returns, so it waits until the state is written. */
  private static void stop(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      boolean unused = stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (InterruptedException atOnce) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isUsage(Exception failure) {
    return failure instanceof IllegalArgumentException
        || failure instanceof UncheckedIOException
        || failure instanceof IOException;
  }

  private static String explained(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return "there is no file " + missing.getFile();
    }
    return isUsage(failure) ? String.valueOf(failure.getMessage()) : failure.toString();
  }
}
