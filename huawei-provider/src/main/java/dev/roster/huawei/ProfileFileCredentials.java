package dev.roster.huawei;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials from the section {@code [basic]} of an INI file, read again when it has changed. */
final class ProfileFileCredentials implements HuaweiCredentialsProvider {

  private static final String PATH_VARIABLE = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";
  private static final String SECTION = "[basic]";

  private final Path file;
  private volatile @Nullable Read last;

  ProfileFileCredentials(Path file) {
    this.file = file;
  }

  static Path standardPath(Environment environment) {
    String path = environment.get(PATH_VARIABLE);
    return path == null || path.isBlank()
        ? Path.of(System.getProperty("user.home", ""), ".huaweicloud", "credentials")
        : Path.of(path);
  }

  @Override
  public HuaweiCredentials credentials() {
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      Read known = last;
      if (known == null || !known.changed.equals(changed) || known.size != size) {
        known = new Read(parse(Files.readAllLines(file)), changed, size);
        last = known;
      }
      return known.credentials;
    } catch (IOException unreadable) {
      throw new MissingCredentialsException(
          "profile file %s: cannot be read (%s)"
              .formatted(file, unreadable.getClass().getSimpleName()));
    }
  }

  private HuaweiCredentials parse(List<String> lines) {
    return new CredentialsFields(section(lines)::get)
        .read(
            "profile file %s, section %s".formatted(file, SECTION),
            "ak",
            "sk",
            "security_token",
            "project_id");
  }

  private static Map<String, String> section(List<String> lines) {
    Map<String, String> values = new HashMap<>();
    boolean inside = false;
    for (String line : lines) {
      String text = line.strip();
      int equals = text.indexOf('=');
      if (text.startsWith("[")) {
        inside = text.equals(SECTION);
      } else if (inside && equals > 0 && !text.startsWith("#") && !text.startsWith(";")) {
        values.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
      }
    }
    return values;
  }

  private record Read(HuaweiCredentials credentials, FileTime changed, long size) {}
}
