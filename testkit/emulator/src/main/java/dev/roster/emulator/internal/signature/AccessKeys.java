package dev.roster.emulator.internal.signature;

import dev.roster.emulator.AccessKey;
import dev.roster.emulator.internal.signature.SignatureRejectedException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The key pairs that are accepted. */
public final class AccessKeys {

  private final Map<String, AccessKey> byId;

  public AccessKeys(Collection<AccessKey> keys) {
    Map<String, AccessKey> accepted = new HashMap<>();
    for (AccessKey key : keys) {
      if (accepted.put(key.id(), key) != null) {
        throw new IllegalArgumentException("key " + key.id() + " is given twice");
      }
    }
    this.byId = Map.copyOf(accepted);
  }

  AccessKey require(String id, Optional<String> token, Instant now)
      throws SignatureRejectedException {
    AccessKey key = byId.get(id);
    if (key == null) {
      throw new SignatureRejectedException(Reason.UNKNOWN_KEY, "the access key id is not known");
    }
    if (!key.token().equals(token)) {
      throw new SignatureRejectedException(
          Reason.WRONG_TOKEN, "the session token does not belong to the access key id");
    }
    if (key.expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
      throw new SignatureRejectedException(
          Reason.EXPIRED_TOKEN, "the session token is expired; get a new one");
    }
    return key;
  }

  static void requireSame(String expected, String actual) throws SignatureRejectedException {
    if (!MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8))) {
      throw new SignatureRejectedException(
          Reason.MISMATCH,
          "the signature does not match the request; check the secret key and what was signed");
    }
  }
}
