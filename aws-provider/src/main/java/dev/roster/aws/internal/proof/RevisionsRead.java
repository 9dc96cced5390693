package dev.roster.aws.internal.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The revisions of the users and groups in one response, which the SDK does not have. A row without
 * one costs no object.
 */
final class RevisionsRead {

  /** The response itself, or a row of its list; what is deeper has no revision of its own. */
  private static final int DEEPEST = 2;

  private final byte[] text;
  private final int[] idStarts = new int[DEEPEST + 1];
  private final int[] idEnds = new int[DEEPEST + 1];
  private final int[] starts = new int[DEEPEST + 1];
  private final int[] ends = new int[DEEPEST + 1];
  private final List<String> found = new ArrayList<>(0);
  private int depth;

  RevisionsRead(byte[] text) {
    this.text = text;
  }

  void begin() {
    depth++;
    if (depth <= DEEPEST) {
      idEnds[depth] = 0;
      ends[depth] = 0;
    }
  }

  void member(KnownMember member, JsonText.Kind kind, int start, int end) {
    if (depth > DEEPEST || kind != JsonText.Kind.STRING) {
      return;
    }
    if (member == KnownMember.REVISION) {
      starts[depth] = start;
      ends[depth] = end;
    } else if (member == KnownMember.USER_ID || member == KnownMember.GROUP_ID) {
      idStarts[depth] = start;
      idEnds[depth] = end;
    }
  }

  void end() {
    if (depth <= DEEPEST && ends[depth] > 0 && idEnds[depth] > 0) {
      found.add(text(starts[depth], ends[depth]) + ' ' + text(idStarts[depth], idEnds[depth]));
    }
    depth--;
  }

  /** A revision, a blank and the identifier, for each. */
  List<String> found() {
    return found;
  }

  /** Neither has an escape, but for the stroke of an ARN. */
  private String text(int start, int end) {
    return new String(text, start + 1, end - start - 2, StandardCharsets.UTF_8).replace("\\/", "/");
  }
}
