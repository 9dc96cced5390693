package dev.roster.sync;

import java.nio.file.Path;

/** Another run with the same files is under way. Nothing was changed. */
public final class RunUnderWayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunUnderWayException(Path lock, String holder) {
    super(
        ("another run is under way: %s holds %s. Nothing was changed. Wait for its end; the lock is"
                + " free when that process has ended, and the file need not be deleted.")
            .formatted(holder, lock));
  }
}
