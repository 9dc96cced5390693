package dev.roster.emulator;

import java.util.Map;
import java.util.Set;

/** Successes. */
final class HuaweiReplies {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  private final int emptyStatus;

  HuaweiReplies(Set<AlternativeAnswer> answers) {
    this.emptyStatus =
        answers.contains(AlternativeAnswer.HUAWEI_EMPTY_REPLY_IS_200) ? OK : NO_CONTENT;
  }

  Reply ok(Map<String, ?> output) {
    return Reply.json(OK, HuaweiJson.write(output));
  }

  /** Of a user or a group; a membership that is made is only {@link #ok}. */
  Reply created(Map<String, ?> output) {
    return Reply.json(CREATED, HuaweiJson.write(output));
  }

  Reply empty() {
    return Reply.empty(emptyStatus);
  }
}
