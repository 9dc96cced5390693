package dev.roster.sync;

import dev.roster.sync.internal.file.DurableFile;
import dev.roster.sync.internal.file.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says that a person has read a plan and that its removals may be made. It names the checksum of
 * the plan, so that it is good for this plan and no other. Immutable.
 */
public final class Approval {

  private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");

  private final String plan;
  private final String by;

  private Approval(String plan, String by) {
    this.plan = plan;
    this.by = by;
  }

  /**
   * An approval.
   *
   * @param plan the {@link dev.roster.reconcile.ReconcilePlan#checksum checksum} of the plan
   * @param by who has read it
   * @return a new value
   * @throws IllegalArgumentException if the checksum is none, or who has read it is blank
   */
  public static Approval of(String plan, String by) {
    if (!CHECKSUM.matcher(plan).matches()) {
      throw new IllegalArgumentException(
          "a plan's checksum has 64 lower-case hexadecimal digits, but this is '%s'"
              .formatted(plan));
    }
    if (Objects.requireNonNull(by, "by must not be null").isBlank()) {
      throw new IllegalArgumentException("by must not be empty: it is who has read the plan");
    }
    return new Approval(plan, by);
  }

  /**
   * Reads an approval.
   *
   * @param file a JSON object of one line, with {@code plan} and {@code by}
   * @return empty where there is no such file
   * @throws IllegalArgumentException if the file is no approval
   * @throws UncheckedIOException if it cannot be read
   */
  public static Optional<Approval> read(Path file) {
    try {
      return Optional.of(parse(file, Files.readString(file)));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("approval %s cannot be read".formatted(file), failure);
    }
  }

  private static Approval parse(Path file, String text) {
    ObjectNode object = Json.parse(text);
    if (object == null) {
      throw new IllegalArgumentException("approval %s is no JSON object".formatted(file));
    }
    return of(Json.need(object, "plan"), Json.need(object, "by"));
  }

  /**
   * Writes this approval, in place of one that is there.
   *
   * @param file the file
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Path file) {
    ObjectNode object = Json.object();
    object.put("plan", plan);
    object.put("by", by);
    DurableFile.replace(file, Json.line(object));
  }

  /** {@return the checksum of the plan that was read} */
  public String plan() {
    return plan;
  }

  /** {@return who has read it} */
  public String by() {
    return by;
  }

  @Override
  public String toString() {
    return "plan %s approved by %s".formatted(plan, by);
  }
}
