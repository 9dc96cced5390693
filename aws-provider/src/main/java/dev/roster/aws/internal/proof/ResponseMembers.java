package dev.roster.aws.internal.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Looks at the members of one response where the SDK does not: it keeps the last of two members
 * with one name, and reads any kind of value as any other.
 */
final class ResponseMembers implements JsonText.Members {

  private static final double EARLIEST_SECOND = -62_135_596_800.0;
  private static final double LATEST_SECOND = 253_402_300_799.0;

  private final byte[] text;
  private final boolean success;
  private final Deque<Long> outerObjects = new ArrayDeque<>();
  private final RevisionsRead revisions;
  private long seen;
  private byte[] amended;

  private ResponseMembers(byte[] text, boolean success) {
    this.text = text;
    this.success = success;
    this.amended = text;
    this.revisions = new RevisionsRead(text);
  }

  /**
   * Reads a text that must be one complete JSON object.
   *
   * @param success whether it is the body of a success, of which every kind counts; of an error the
   *     words and the wait may be odd, for they must not hide the rest
   * @return what was read
   */
  static ResponseMembers read(byte[] text, boolean success) throws IOException {
    ResponseMembers members = new ResponseMembers(text, success);
    JsonText.readObject(text, members);
    return members;
  }

  /** The text, without a retry delay that the SDK cannot read. */
  byte[] amended() {
    return amended;
  }

  /** The revisions of users and groups, as {@link ResponseBody#REVISIONS} has them. */
  List<String> revisions() {
    return revisions.found();
  }

  @Override
  public void begin() {
    outerObjects.push(seen);
    seen = 0;
    revisions.begin();
  }

  @Override
  public void end() {
    seen = outerObjects.pop();
    revisions.end();
  }

  @Override
  public void member(String name, JsonText.Kind kind, int start, int end) throws IOException {
    KnownMember member = KnownMember.of(name);
    if (member != null) {
      note(member);
      check(member, kind, start, end);
      revisions.member(member, kind, start, end);
    }
  }

  @Override
  public boolean isFree(String name) {
    KnownMember member = KnownMember.of(name);
    return member != null && member.isFree();
  }

  private void note(KnownMember member) throws IOException {
    if ((seen & member.bit()) != 0) {
      throw new IOException("the response has %s twice".formatted(member.wireName()));
    }
    seen |= member.bit();
  }

  private void check(KnownMember member, JsonText.Kind kind, int start, int end)
      throws IOException {
    if (member == KnownMember.RETRY_AFTER_SECONDS) {
      dropUnlessWhole(start, end);
    } else {
      checkKind(member, kind, start, end);
    }
  }

  private void checkKind(KnownMember member, JsonText.Kind kind, int start, int end)
      throws IOException {
    boolean counts = success || member == KnownMember.RESOURCE_TYPE;
    if (counts && !member.canBe(kind)) {
      throw new IOException("the response has an unusable " + member.wireName());
    }
    if (success && member.isTime() && kind == JsonText.Kind.NUMBER) {
      checkTime(member, Double.parseDouble(raw(start, end)));
    }
  }

  private static void checkTime(KnownMember member, double second) throws IOException {
    if (second < EARLIEST_SECOND || second > LATEST_SECOND) {
      throw new IOException("the response has an unusable " + member.wireName());
    }
  }

  /** A wait that is no whole number would hide from the SDK that the request was throttled. */
  private void dropUnlessWhole(int start, int end) {
    if (raw(start, end).matches("\"?-?[0-9]{1,9}\"?|null")) {
      return;
    }
    byte[] nothing = "null".getBytes(StandardCharsets.US_ASCII);
    byte[] shorter = Arrays.copyOf(text, start + nothing.length + text.length - end);
    System.arraycopy(nothing, 0, shorter, start, nothing.length);
    System.arraycopy(text, end, shorter, start + nothing.length, text.length - end);
    amended = shorter;
  }

  private String raw(int start, int end) {
    return new String(text, start, end - start, StandardCharsets.UTF_8);
  }
}
