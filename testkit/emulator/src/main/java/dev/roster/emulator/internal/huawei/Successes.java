package dev.roster.emulator.internal.huawei;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.MemoryStoreException;
import java.util.Map;
import java.util.Set;

/** Successes. */
final class Successes {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  private final Set<AlternativeBehavior> behaviors;
  private final int emptyStatus;

  Successes(Set<AlternativeBehavior> behaviors) {
    this.behaviors = behaviors;
    this.emptyStatus =
        behaviors.contains(AlternativeBehavior.HUAWEI_EMPTY_RESPONSE_IS_200) ? OK : NO_CONTENT;
  }

  Response ok(Map<String, ?> output) {
    return Response.json(OK, FieldsJson.write(output));
  }

  /** Of a user or a group; a membership that is made is only {@link #ok}. */
  Response created(Map<String, ?> output) {
    return Response.json(CREATED, FieldsJson.write(output));
  }

  Response empty() {
    return Response.empty(emptyStatus);
  }

  /** Of a delete, which may succeed also where there is nothing to delete any more. */
  Response deleted(Deletion deletion) throws Exception {
    try {
      deletion.run();
    } catch (MemoryStoreException refusal) {
      if (!isGone(refusal)) {
        throw refusal;
      }
    }
    return empty();
  }

  private boolean isGone(MemoryStoreException refusal) {
    return behaviors.contains(AlternativeBehavior.HUAWEI_REPEATED_DELETE_SUCCEEDS)
        && refusal.description().code() == ErrorCode.NOT_FOUND
        && refusal.description().missing() != Resource.IDENTITY_STORE;
  }

  /** Deletes something. */
  @FunctionalInterface
  interface Deletion {
    void run() throws Exception;
  }
}
