package dev.roster.cli.commands.tools;

import dev.roster.emulator.AccessKey;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The emulator's keys, where the providers look for keys; as it was before when closed. */
public final class DemoKeys implements AutoCloseable {

  private final Map<String, @Nullable String> before = new HashMap<>();
  private final Path file;

  /**
   * Puts the keys in place.
   *
   * @param key the key of an emulator
   * @throws IOException if the file cannot be written
   */
  public DemoKeys(AccessKey key) throws IOException {
    this.file = Files.createTempFile("roster-demo", ".credentials");
    Files.writeString(file, "[basic]%nak = %s%nsk = %s%n".formatted(key.id(), key.secret()));
    set("aws.accessKeyId", key.id());
    set("aws.secretAccessKey", key.secret());
  }

  private void set(String property, String value) {
    before.put(property, System.setProperty(property, value));
  }

  /**
   * The same store, for a provider that reads a file.
   *
   * @param uri the store
   * @return the store with the file of the keys
   */
  public String withFile(String uri) {
    return uri + "&profileFile=" + URLEncoder.encode(file.toString(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    before.forEach(DemoKeys::putBack);
    Files.deleteIfExists(file);
  }

  private static void putBack(String property, @Nullable String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }
}
