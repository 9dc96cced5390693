package dev.roster;

import java.util.Objects;

/** What a check found out about one area, and what to do next. Immutable. */
public final class CheckFinding {

  private final CheckArea area;
  private final CheckStatus status;
  private final String words;
  private final String advice;

  private CheckFinding(CheckArea area, CheckStatus status, String words, String advice) {
    this.area = Objects.requireNonNull(area, "area must not be null");
    this.status = Objects.requireNonNull(status, "status must not be null");
    this.words = Objects.requireNonNull(words, "words must not be null");
    this.advice = Objects.requireNonNull(advice, "advice must not be null");
  }

  /**
   * A finding.
   *
   * @param area what it is about
   * @param status what was found out
   * @param words the same in words, free of secrets
   * @param advice what to do next, in a sentence
   * @return a new finding
   */
  public static CheckFinding of(CheckArea area, CheckStatus status, String words, String advice) {
    return new CheckFinding(area, status, words, advice);
  }

  /**
   * What the finding is about.
   *
   * @return never null
   */
  public CheckArea area() {
    return area;
  }

  /**
   * What was found out.
   *
   * @return never null
   */
  public CheckStatus status() {
    return status;
  }

  /**
   * What was found out, in words.
   *
   * @return free of secrets
   */
  public String words() {
    return words;
  }

  /**
   * What to do next.
   *
   * @return a sentence, never blank
   */
  public String advice() {
    return advice;
  }

  @Override
  public String toString() {
    return "%s %s: %s. %s".formatted(area, status, words, advice);
  }
}
