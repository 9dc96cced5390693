package dev.roster.campaign.run;

import dev.roster.campaign.client.Cloud;
import dev.roster.campaign.record.About;

/**
 * A sentence of the law that was broken.
 *
 * @param run in which run
 * @param call by which call; negative where it is about none
 * @param sentence what was broken
 * @param detail what was seen
 */
public record Violation(RunId run, long call, String sentence, String detail) {

  private static final int LONGEST = 3_000;

  /** A violation that no single run can be blamed for. */
  static Violation ofAllRuns(Cloud cloud, About about, long seed, String sentence) {
    return new Violation(new RunId(cloud, about, seed, -1, 1), -1, sentence, "");
  }

  /** The same for violations of the same kind: the sentence without its particulars. */
  String kind() {
    return sentence.split(": ", 2)[0];
  }

  /** One line that says what happened, with the properties that make the run again. */
  String line() {
    String text =
        "VIOLATION %s | call %d | %s | %s"
            .formatted(sentence, call, run, detail)
            .replace('\n', ' ');
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
