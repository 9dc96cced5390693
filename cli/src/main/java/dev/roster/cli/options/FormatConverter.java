package dev.roster.cli.options;

import dev.roster.cli.output.OutputFormat;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a format. */
public final class FormatConverter implements ITypeConverter<OutputFormat>, Iterable<String> {

  private static final List<String> WORDS = words();

  @Override
  public OutputFormat convert(String value) {
    for (OutputFormat format : OutputFormat.values()) {
      if (format.word().equalsIgnoreCase(value)) {
        return format;
      }
    }
    throw new TypeConversionException("must be one of " + String.join(", ", WORDS));
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    for (OutputFormat format : OutputFormat.values()) {
      words.add(format.word());
    }
    return List.copyOf(words);
  }

  @Override
  public Iterator<String> iterator() {
    return WORDS.iterator();
  }
}
