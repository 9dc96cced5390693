package dev.roster.huawei.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The library's name and version, and nothing about the machine. */
public final class UserAgent {

  public static final String VALUE = "roster-huawei/" + version();

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
      throw new UncheckedIOException("version.properties of roster-huawei", unreadable);
    }
    return properties;
  }
}
