package dev.roster.cli.options;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a path. An empty one, of a variable that is not set, would be the working directory. */
public final class PathConverter implements ITypeConverter<Path> {

  @Override
  public Path convert(String value) {
    if (value.isBlank()) {
      throw new TypeConversionException("the path of a file must not be empty");
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException malformed) {
      throw new TypeConversionException("it must be the path of a file");
    }
  }
}
