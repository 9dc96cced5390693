package dev.roster.examples;

import dev.roster.emulator.AccessKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts made-up keys where the providers look for real ones, since a configuration string carries
 * none: system properties for one, a profile file for the other.
 */
final class LocalKeys implements AutoCloseable {

  private static final String ID = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";

  private final Map<String, String> before = new TreeMap<>();
  private final Path profile;

  private LocalKeys(Path profile) {
    this.profile = profile;
    for (String name : new String[] {ID, SECRET}) {
      before.put(name, System.getProperty(name, ""));
    }
  }

  static LocalKeys install(AccessKey key) {
    try {
      LocalKeys keys = new LocalKeys(Files.createTempFile("roster-example", ".credentials"));
      keys.write(key);
      return keys;
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write a profile file", unwritable);
    }
  }

  private void write(AccessKey key) throws IOException {
    System.setProperty(ID, key.id());
    System.setProperty(SECRET, key.secret());
    Files.writeString(profile, "[basic]%nak = %s%nsk = %s%n".formatted(key.id(), key.secret()));
  }

  /** A configuration string that reads these keys where it does not read system properties. */
  String forProfileFile(String uri) {
    return uri + "&profileFile=" + URLEncoder.encode(profile.toString(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    before.forEach(LocalKeys::restore);
    try {
      Files.deleteIfExists(profile);
    } catch (IOException undeletable) {
      throw new UncheckedIOException("cannot delete " + profile, undeletable);
    }
  }

  private static void restore(String name, String value) {
    if (value.isEmpty()) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }
}
