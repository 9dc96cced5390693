package dev.roster.sync.internal.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON lines of which the last one vouches for the others, so that a text that was cut or altered
 * is not taken for whole.
 */
public final class SealedLines {

  private static final String COUNT = "end";
  private static final String DIGEST = "sha256";

  private final StringBuilder text = new StringBuilder();
  private long count;

  public SealedLines add(ObjectNode line) {
    text.append(Json.line(line));
    count++;
    return this;
  }

  public String sealed() {
    ObjectNode end = Json.object();
    end.put(COUNT, count);
    end.put(DIGEST, digest(text.toString()));
    return text + Json.line(end);
  }

  /** The lines before the last one. What is not whole is refused with the line and the reason. */
  public static List<ObjectNode> read(String text) {
    int last = text.lastIndexOf('\n', text.length() - 2) + 1;
    String before = text.substring(0, last);
    ObjectNode end = Json.parse(text.substring(last));
    if (end == null || !text.endsWith("\n") || Json.text(end, DIGEST) == null) {
      throw new IllegalArgumentException("it has no end: it was cut short or altered");
    }
    if (!digest(before).equals(Json.text(end, DIGEST))) {
      throw new IllegalArgumentException("its checksum is not that of its lines: it was altered");
    }
    return objects(before);
  }

  private static List<ObjectNode> objects(String lines) {
    List<ObjectNode> objects = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      ObjectNode object = Json.parse(line);
      if (object == null) {
        throw new IllegalArgumentException(
            "line %d is no JSON object".formatted(objects.size() + 1));
      }
      objects.add(object);
    }
    return objects;
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
