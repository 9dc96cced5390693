package dev.roster.emulator;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.memory.MemoryStoreException;
import java.util.Map;
import java.util.Set;

/** Successes. */
final class HuaweiReplies {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  private final Set<AlternativeAnswer> answers;
  private final int emptyStatus;

  HuaweiReplies(Set<AlternativeAnswer> answers) {
    this.answers = answers;
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

  /** Of a delete, which may succeed also where there is nothing to delete any more. */
  Reply deleted(Deletion deletion) throws Exception {
    try {
      deletion.run();
    } catch (MemoryStoreException refusal) {
      if (!isGone(refusal)
          || !answers.contains(AlternativeAnswer.HUAWEI_REPEATED_DELETE_SUCCEEDS)) {
        throw refusal;
      }
    }
    return empty();
  }

  private static boolean isGone(MemoryStoreException refusal) {
    return refusal.description().code() == ErrorCode.NOT_FOUND
        && refusal.description().missing() != Resource.IDENTITY_STORE;
  }

  /** Deletes something. */
  @FunctionalInterface
  interface Deletion {
    void run() throws Exception;
  }
}
