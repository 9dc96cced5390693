package dev.roster.aws.internal.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The library's name and version, which the SDK appends to its own user agent. */
public final class UserAgent {

  public static final String VALUE = "roster/" + version();

  private UserAgent() {}

  private static String version() {
    String version = properties().getProperty("version", "");
    return version.matches("[0-9A-Za-z.-]+") ? version : "development";
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream stream = UserAgent.class.getResourceAsStream("version.properties")) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the version of the library cannot be read", unreadable);
    }
    return properties;
  }
}
