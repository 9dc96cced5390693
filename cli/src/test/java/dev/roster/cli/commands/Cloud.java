package dev.roster.cli.commands;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.UserId;
import dev.roster.cli.commands.tools.DemoCommand;
import dev.roster.cli.commands.tools.DemoKeys;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import dev.roster.emulator.EmulatorBuilder;
import dev.roster.memory.MemoryIdentityStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A store that speaks one cloud's protocol, with the team of the demonstration in it. */
public final class Cloud implements AutoCloseable {

  static final String SECRET = "fake-secret-4711";
  static final AccessKey KEY = AccessKey.of("FAKE-KEY-ID-4711", SECRET);

  private final Emulator emulator;
  private final DemoKeys keys;
  private final Path states;
  private final boolean aws;

  private Cloud(Emulator emulator, boolean aws) throws IOException {
    this.emulator = emulator;
    this.keys = new DemoKeys(KEY);
    this.states = Files.createTempDirectory("roster-states");
    this.aws = aws;
  }

  public static Cloud of(String name) {
    return of(name, builder -> {});
  }

  public static Cloud throttled(String name, double rate, int burst) {
    return of(name, builder -> builder.throttle(rate, burst));
  }

  private static Cloud of(String name, Consumer<EmulatorBuilder> settings) {
    try (InputStream team = DemoCommand.class.getResourceAsStream("demo-team.json")) {
      InputStream json = Objects.requireNonNull(team);
      MemoryIdentityStore store =
          new MemoryIdentityStore(
              new IdentityStoreId("d-1234567890"), () -> Instant.parse("2026-01-02T03:04:05Z"));
      String text =
          new String(json.readAllBytes(), StandardCharsets.UTF_8).replace("STORE", "d-1234567890");
      EmulatorBuilder builder =
          Emulator.builder().key(KEY).store(store).seed(new StringReader(text));
      settings.accept(builder);
      return new Cloud(builder.start(), name.equals("aws"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public String uri() {
    String uri = aws ? emulator.awsUri() : keys.withFile(emulator.huaweiUri());
    return uri + "&settlingTime=PT0S";
  }

  public Run.Shell shell() {
    return new Run.Shell(
        Map.of("ROSTER_URI", uri(), "HOME", "/nonexistent", "XDG_STATE_HOME", states.toString()));
  }

  /** Where runs keep their files unless they are told another place. */
  public Path states() {
    return states;
  }

  public Run run(String... arguments) {
    return shell().run(arguments);
  }

  public Emulator emulator() {
    return emulator;
  }

  public MemoryIdentityStore store() {
    return emulator.store();
  }

  public GroupId group(String name) {
    return store().groups().find("displayName", name);
  }

  public UserId user(String name) {
    return store().users().find("userName", name);
  }

  @Override
  public void close() {
    emulator.close();
    try {
      keys.close();
      delete(states);
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }

  private static void delete(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
