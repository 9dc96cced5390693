package dev.roster.emulator.clients;

import java.io.IOException;

/** An AWS client that this project did not write and that runs as a process. */
interface InstalledClient extends AutoCloseable {

  /** Makes one call, without repeats. */
  Result call(String operation, String parameters) throws IOException, InterruptedException;

  @Override
  default void close() {}

  /**
   * What the client says.
   *
   * @param code the error's code; empty on success
   * @param text what came back or was printed
   */
  record Result(String code, String text) {

    static Result success(String text) {
      return new Result("", text);
    }
  }
}
