package dev.roster.examples.lines;

import java.util.List;

/** The words of a reply. */
final class LineReply {

  private static final int HEADER = 2;

  private final List<String> words;

  private LineReply(List<String> words) {
    this.words = words;
  }

  static LineReply parse(String line) throws UnreadableReplyException {
    List<String> words = List.of(line.split("\t", -1));
    boolean known = words.get(0).equals("OK") || words.get(0).equals("NO");
    if (!known || words.size() < HEADER) {
      throw new UnreadableReplyException("the reply is not one of a line directory");
    }
    return new LineReply(words);
  }

  /** This reply, unless it is a refusal: that is thrown. */
  LineReply orRefusal() throws LineRefusalException, UnreadableReplyException {
    if (words.get(0).equals("OK")) {
      return this;
    }
    throw new LineRefusalException(word(0), requestId(), size() > 1 ? word(1) : "");
  }

  String requestId() {
    return words.get(1);
  }

  int size() {
    return words.size() - HEADER;
  }

  String word(int index) throws UnreadableReplyException {
    if (index >= size() || words.get(HEADER + index).isBlank()) {
      throw new UnreadableReplyException("the reply lacks word " + (index + 1));
    }
    return words.get(HEADER + index);
  }

  boolean yesOrNo(int index) throws UnreadableReplyException {
    return switch (word(index)) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new UnreadableReplyException("an answer must be yes or no");
    };
  }
}
