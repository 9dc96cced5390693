package dev.roster.cli.configuration;

import dev.roster.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file of profiles. A profile begins with its name in brackets; each of its lines is a setting:
 *
 * <pre>
 * [production]
 * uri = aws://d-1234567890?region=eu-west-1
 * </pre>
 *
 * Empty lines and lines that begin with {@code #} say nothing. There is no setting for credentials.
 */
public final class ProfileFile {

  /** The profile that counts where none is named. */
  public static final String DEFAULT_PROFILE = "default";

  private static final String URI = "uri";
  private static final Pattern HEADING = Pattern.compile("\\[\\s*([^\\[\\]]+?)\\s*]");
  private static final Pattern SETTING = Pattern.compile("([A-Za-z-]+)\\s*=\\s*(\\S.*)");

  private final Path path;
  private final Map<String, String> uris;

  private ProfileFile(Path path, Map<String, String> uris) {
    this.path = path;
    this.uris = uris;
  }

  /**
   * Reads the file.
   *
   * @param named the file that was asked for, which must be there; null for the usual one, which
   *     need not be
   * @param surroundings say where the usual one is
   * @return its profiles
   * @throws UsageException if the file cannot be read or has a mistake
   */
  public static ProfileFile read(@Nullable String named, Surroundings surroundings) {
    Path path = path(named == null ? usual(surroundings) : named);
    try {
      return new ProfileFile(path, uris(path, Files.readAllLines(path)));
    } catch (NoSuchFileException missing) {
      if (named == null) {
        return new ProfileFile(path, Map.of());
      }
      throw new UsageException("there is no profile file " + path);
    } catch (IOException unreadable) {
      throw new UsageException("the profile file %s cannot be read".formatted(path));
    }
  }

  private static String usual(Surroundings surroundings) {
    String home = surroundings.variable("HOME").orElse(System.getProperty("user.home", "."));
    String directory = surroundings.variable("XDG_CONFIG_HOME").orElse(home + "/.config");
    return directory + "/roster/profiles";
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException malformed) {
      throw new UsageException("the profile file must be the path of a file");
    }
  }

  private static Map<String, String> uris(Path path, List<String> lines) {
    Map<String, String> uris = new LinkedHashMap<>();
    String profile = "";
    for (int line = 0; line < lines.size(); line++) {
      String text = withoutMark(lines.get(line)).strip();
      Matcher heading = HEADING.matcher(text);
      if (heading.matches()) {
        profile = heading.group(1);
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        String uri = uri(text, "%s, line %d".formatted(path, line + 1), profile);
        uris.put(profile, uri);
      }
    }
    return uris;
  }

  /** Editors of Windows begin a file with a byte order mark. */
  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  /** What is wrong is said without the line itself: it may be a secret in the wrong place. */
  private static String uri(String text, String where, String profile) {
    Matcher setting = SETTING.matcher(text);
    if (profile.isEmpty() || !setting.matches()) {
      throw new UsageException(
          where + ": expected [PROFILE], then lines such as uri = aws://STORE?region=REGION");
    }
    if (!setting.group(1).equals(URI)) {
      throw new UsageException(
          where
              + ": a profile has one setting, 'uri'. Credentials do not belong here: they are found"
              + " as each cloud's own tools find them");
    }
    return setting.group(2).strip();
  }

  /**
   * The store of a profile that must be there.
   *
   * @param profile its name
   * @return its URI
   * @throws UsageException if there is no such profile; the message lists those that are there
   */
  public String uri(String profile) {
    return find(profile).orElseThrow(() -> missing(profile));
  }

  private UsageException missing(String profile) {
    String others = uris.isEmpty() ? "none" : String.join(", ", uris.keySet());
    return new UsageException(
        "there is no profile '%s' in %s; it has: %s".formatted(profile, path, others));
  }

  /**
   * The store of a profile.
   *
   * @param profile its name
   * @return empty where there is no such profile
   */
  public Optional<String> find(String profile) {
    return Optional.ofNullable(uris.get(profile));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
