package dev.roster.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a provider's artifact, for the user agent of its requests. */
public final class ArtifactVersion {

  private static final String UNKNOWN = "development";

  /** What can stand in a header as it is. */
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.-]+");

  private ArtifactVersion() {}

  /**
   * Reads the property {@code version} of a file that the artifact's build filtered.
   *
   * @param properties the file, which the artifact opens itself because its resources are its own:
   *     {@code getResourceAsStream("version.properties")}; closed here; null where there is none
   * @return the version; {@code development} where there is none that can stand in a header
   * @throws UncheckedIOException if the file cannot be read
   */
  public static String of(@Nullable InputStream properties) {
    String version = read(properties).getProperty("version", "");
    return VERSION.matcher(version).matches() ? version : UNKNOWN;
  }

  private static Properties read(@Nullable InputStream properties) {
    Properties read = new Properties();
    try (properties) {
      if (properties != null) {
        read.load(properties);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the version of the artifact cannot be read", unreadable);
    }
    return read;
  }
}
