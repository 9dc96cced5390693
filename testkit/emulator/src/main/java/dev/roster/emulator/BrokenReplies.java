package dev.roster.emulator;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryStoreException;
import java.util.Optional;

/** The scripted faults that look the same in every protocol, because no reply can be read. */
final class BrokenReplies {

  private static final int OK = 200;

  private BrokenReplies() {}

  static Optional<Reply> of(MemoryStoreException refusal) {
    return refusal.fault().flatMap(fault -> of(fault.kind()));
  }

  private static Optional<Reply> of(FaultKind kind) {
    return switch (kind) {
      case LOSE_REQUEST, LOSE_REPLY, REFUSE_CONNECTION ->
          Optional.of(Reply.broken(Fault.CONNECTION_RESET_BY_PEER));
      case TRUNCATE_REPLY -> Optional.of(Reply.broken(Fault.MALFORMED_RESPONSE_CHUNK));
      case GARBLE_REPLY -> Optional.of(Reply.text(OK, "<html>this is no JSON</html>"));
      default -> Optional.empty();
    };
  }
}
