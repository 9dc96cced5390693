package dev.roster.cli.terminal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * The stream of results, in UTF-8. What cannot be written ends the program with a {@link
 * ResultsLostException}, so that nothing else has to look for it.
 */
public final class ResultStream extends Writer {

  private final Writer writer;

  /**
   * Results that go to a stream.
   *
   * @param stream stays open
   */
  public ResultStream(OutputStream stream) {
    this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  @Override
  public void write(char[] text, int offset, int length) {
    attempt(() -> writer.write(text, offset, length));
  }

  @Override
  public void write(String text) {
    attempt(() -> writer.write(text));
  }

  @Override
  public void flush() {
    attempt(writer::flush);
  }

  /** Writes what is left; the stream stays open. */
  @Override
  public void close() {
    flush();
  }

  /** Something that writes. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private static void attempt(Writing writing) {
    try {
      writing.run();
    } catch (IOException lost) {
      throw new ResultsLostException(lost);
    }
  }
}
