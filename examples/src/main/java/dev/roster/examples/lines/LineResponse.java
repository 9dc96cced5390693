package dev.roster.examples.lines;

import java.util.List;

/** The words of a response. */
final class LineResponse {

  private static final int HEADER = 2;

  private final List<String> words;

  private LineResponse(List<String> words) {
    this.words = words;
  }

  static LineResponse parse(String line) throws UnreadableResponseException {
    List<String> words = List.of(line.split("\t", -1));
    boolean known = words.get(0).equals("OK") || words.get(0).equals("NO");
    if (!known || words.size() < HEADER) {
      throw new UnreadableResponseException("the response is not one of a line directory");
    }
    return new LineResponse(words);
  }

  /** This response, unless it is a refusal: that is thrown. */
  LineResponse orRefusal() throws LineRefusalException, UnreadableResponseException {
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

  String word(int index) throws UnreadableResponseException {
    if (index >= size() || words.get(HEADER + index).isBlank()) {
      throw new UnreadableResponseException("the response lacks word " + (index + 1));
    }
    return words.get(HEADER + index);
  }

  /** A refusal of one of several, in place of a result. */
  LineRefusalException refusal(int index) throws UnreadableResponseException {
    return new LineRefusalException(word(index), requestId(), "");
  }

  boolean yesOrNo(int index) throws UnreadableResponseException {
    return switch (word(index)) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new UnreadableResponseException("an answer must be yes or no");
    };
  }
}
