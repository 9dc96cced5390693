package dev.roster.emulator.internal.program;

import dev.roster.emulator.Emulator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** The file that the state goes to at the end; it is there as a whole or not at all. */
final class DumpFile {

  static final DumpFile NONE = new DumpFile(null);

  private final @Nullable Path file;

  private DumpFile(@Nullable Path file) {
    this.file = file;
  }

  /**
   * Checks now, and not at the end, that the file can be written.
   *
   * @throws IllegalArgumentException if it cannot
   */
  static DumpFile at(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || !Files.isWritable(directory) || Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          ("the state cannot be dumped to %s: it must be a file in a directory that exists and can"
                  + " be written to")
              .formatted(file));
    }
    return new DumpFile(file.toAbsolutePath());
  }

  void write(Emulator emulator) throws IOException {
    if (file == null) {
      return;
    }
    Path begun = file.resolveSibling(file.getFileName() + ".part");
    try (Writer json = Files.newBufferedWriter(begun, StandardCharsets.UTF_8)) {
      emulator.dump(json);
    }
    Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
