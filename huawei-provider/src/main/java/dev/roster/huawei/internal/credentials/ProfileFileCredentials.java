package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Credentials from a profile file, read again when it has changed. A file that is being rewritten
 * takes no good keys away: they are kept until what stands in it is whole again.
 */
public final class ProfileFileCredentials implements CredentialsSource {

  /** Longer than any writer takes from the first byte of so small a file to the last. */
  static final Duration SETTLED = Duration.ofSeconds(2);

  private static final String PATH_VARIABLE = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";

  private final Path file;
  private final LongSupplier nanoTime;
  private volatile @Nullable Good good;
  private @Nullable Seen unsettled;

  /** What tells one state of the file from another. */
  private record Stamp(FileTime changed, long size) {}

  private record Good(ProfileText text, HuaweiCredentials credentials, Stamp stamp) {}

  private record Seen(Stamp stamp, long nanos) {}

  public ProfileFileCredentials(Path file) {
    this(file, System::nanoTime);
  }

  public ProfileFileCredentials(Path file, LongSupplier nanoTime) {
    this.file = file;
    this.nanoTime = nanoTime;
  }

  public static Path standardPath(Environment environment) {
    String path = environment.get(PATH_VARIABLE);
    return path == null || path.isBlank()
        ? Path.of(System.getProperty("user.home", ""), ".huaweicloud", "credentials")
        : Path.of(path);
  }

  /** Only the file's attributes are read here: its content may take its time. */
  @Override
  public @Nullable HuaweiCredentials known() {
    Good known = good;
    try {
      return known != null && known.stamp.equals(stamp()) ? known.credentials : null;
    } catch (IOException unreadable) {
      return null;
    }
  }

  @Override
  public synchronized HuaweiCredentials credentials() {
    Good known = good;
    try {
      Stamp now = stamp();
      return known != null && known.stamp.equals(now) ? known.credentials : read(known, now);
    } catch (IOException unreadable) {
      return keptOr(known, ProfileText.unreadable(file, unreadable));
    } catch (MissingCredentialsException incomplete) {
      return keptOr(known, incomplete);
    }
  }

  private HuaweiCredentials read(@Nullable Good known, Stamp before) throws IOException {
    ProfileText text = ProfileText.read(file);
    HuaweiCredentials found = text.credentials(file);
    if (known != null && !isWhole(known, text, before)) {
      return known.credentials;
    }
    good = new Good(text, found, before);
    return found;
  }

  private static HuaweiCredentials keptOr(
      @Nullable Good known, MissingCredentialsException failure) {
    if (known == null) {
      throw failure;
    }
    return known.credentials;
  }

  /** A text that could go on counts when nothing has been added to it for a while. */
  private boolean isWhole(Good known, ProfileText text, Stamp before) throws IOException {
    if (!stamp().equals(before)) {
      return false;
    }
    if (!text.looksCutBeside(known.text)) {
      return true;
    }
    Seen seen = unsettled;
    if (seen == null || !seen.stamp.equals(before)) {
      unsettled = new Seen(before, nanoTime.getAsLong());
      return false;
    }
    return nanoTime.getAsLong() - seen.nanos >= SETTLED.toNanos();
  }

  private Stamp stamp() throws IOException {
    return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
  }
}
