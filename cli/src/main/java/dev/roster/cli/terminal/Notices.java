package dev.roster.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * What is said to a person beside the results, on the error stream: messages, questions, and one
 * line of progress that is overwritten. Thread-safe.
 */
public final class Notices {

  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final BufferedReader in;
  private final Terminal terminal;
  private final boolean progressWanted;
  private boolean lineOpen;

  /**
   * Notices of one run.
   *
   * @param surroundings where they go
   * @param progressWanted whether progress is shown, if there is a terminal
   */
  public Notices(Surroundings surroundings, boolean progressWanted) {
    this.err =
        new PrintWriter(new OutputStreamWriter(surroundings.err(), StandardCharsets.UTF_8), true);
    this.in = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
    this.terminal = surroundings.terminal();
    this.progressWanted = progressWanted;
  }

  /**
   * Says something.
   *
   * @param text one line, or several; control characters other than line breaks are made visible
   */
  public synchronized void say(String text) {
    clear();
    text.lines().forEach(line -> err.println(PrintableText.of(line)));
  }

  /** {@return whether progress is shown to anyone} */
  public boolean showsProgress() {
    return progressWanted && terminal.err();
  }

  /**
   * Shows how far something has come, in place of what was shown before.
   *
   * @param text one line
   */
  public synchronized void progress(String text) {
    if (showsProgress()) {
      err.print(CLEAR_LINE + TextWidth.cut(PrintableText.of(text), terminal.columns() - 1));
      err.flush();
      lineOpen = true;
    }
  }

  /** Takes the line of progress away. */
  public synchronized void clear() {
    if (lineOpen) {
      err.print(CLEAR_LINE);
      err.flush();
      lineOpen = false;
    }
  }

  /** {@return whether a question can be asked} */
  public boolean canAsk() {
    return terminal.canAsk();
  }

  /**
   * Asks a question that takes yes or no.
   *
   * @param question without its mark for the answer
   * @return true only for "y" or "yes"
   * @throws IOException if no answer can be read
   * @throws InterruptedException if the program was asked to stop instead
   */
  public boolean isAnsweredYes(String question) throws IOException, InterruptedException {
    clear();
    err.print(PrintableText.of(question) + " [y/N] ");
    err.flush();
    String answer = answer();
    return answer != null && answer.strip().matches("(?i)y(es)?");
  }

  /** On a thread of its own: one that reads from a terminal cannot be interrupted. */
  private @Nullable String answer() throws IOException, InterruptedException {
    FutureTask<@Nullable String> answer = new FutureTask<>(in::readLine);
    Thread reader = new Thread(answer, "roster-answer");
    reader.setDaemon(true);
    reader.start();
    try {
      return answer.get();
    } catch (ExecutionException failure) {
      throw new IOException("no answer can be read", failure.getCause());
    } catch (InterruptedException stopped) {
      err.println();
      throw stopped;
    }
  }
}
