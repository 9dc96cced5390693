package dev.roster.cli.options;

import dev.roster.cli.output.OutputFormat;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a format. */
public final class FormatConverter implements ITypeConverter<OutputFormat>, Iterable<String> {

  private static final List<String> WORDS =
      Arrays.stream(OutputFormat.values()).map(OutputFormat::word).toList();

  @Override
  public OutputFormat convert(String value) {
    return Arrays.stream(OutputFormat.values())
        .filter(format -> format.word().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("must be one of " + String.join(", ", WORDS)));
  }

  @Override
  public Iterator<String> iterator() {
    return WORDS.iterator();
  }
}
