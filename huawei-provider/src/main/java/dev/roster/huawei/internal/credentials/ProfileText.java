package dev.roster.huawei.internal.credentials;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.internal.http.BodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The section {@code [basic]} of a profile file in the INI format. */
final class ProfileText {

  private static final String SECTION = "[basic]";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Map<String, String> values;
  private final boolean endsWithLine;

  private ProfileText(String text) {
    this.values = section(text);
    this.endsWithLine = text.endsWith("\n") || text.endsWith("\r");
  }

  static ProfileText read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return new ProfileText(decoded(stream.readNBytes(BodyReader.DOCUMENT_CAP)));
    }
  }

  /** Some editors begin a text with a mark, and some write two bytes for each character. */
  private static String decoded(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    String text =
        switch (first) {
          case 0xFEFF -> new String(bytes, UTF_16BE);
          case 0xFFFE -> new String(bytes, UTF_16LE);
          default -> new String(bytes, UTF_8);
        };
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Map<String, String> section(String text) {
    Map<String, String> values = new HashMap<>();
    boolean inside = false;
    for (String each : text.lines().toList()) {
      String line = each.strip();
      if (line.startsWith("[")) {
        inside = line.equals(SECTION);
      } else if (inside) {
        put(line, values);
      }
    }
    return values;
  }

  private static void put(String line, Map<String, String> values) {
    int equals = line.indexOf('=');
    boolean comment = line.startsWith("#") || line.startsWith(";");
    if (equals > 0 && !comment) {
      values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
  }

  HuaweiCredentials credentials(Path file) {
    return new CredentialsFields(values::get)
        .read(
            "profile file %s, section %s".formatted(file, SECTION),
            "ak",
            "sk",
            "security_token",
            "project_id");
  }

  /** Whether this may be the beginning of a text like the one before. */
  boolean looksCutBeside(ProfileText before) {
    return !endsWithLine || !values.keySet().containsAll(before.values.keySet());
  }

  static MissingCredentialsException unreadable(Path file, IOException failure) {
    return new MissingCredentialsException(
        "profile file %s: cannot be read (%s)".formatted(file, failure.getClass().getSimpleName()));
  }
}
