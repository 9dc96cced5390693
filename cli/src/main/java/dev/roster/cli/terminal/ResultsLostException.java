package dev.roster.cli.terminal;

import java.io.IOException;
import java.util.List;

/** Results cannot be written any more. */
public final class ResultsLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Of Linux and macOS, of Java and of Windows, in English: the start script asks for that. */
  private static final List<String> READER_GONE =
      List.of("Broken pipe", "Pipe closed", "pipe is being closed");

  ResultsLostException(IOException cause) {
    super("the results cannot be written: " + cause.getMessage(), cause);
  }

  /** {@return whether the reader has seen enough and left, as {@code head} does} */
  public boolean isReaderGone() {
    Throwable cause = getCause();
    String message = cause == null ? "" : String.valueOf(cause.getMessage());
    return READER_GONE.stream().anyMatch(message::contains);
  }
}
