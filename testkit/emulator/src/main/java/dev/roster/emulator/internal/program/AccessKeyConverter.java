package dev.roster.emulator.internal.program;

import dev.roster.emulator.AccessKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a key pair; what it says about a wrong one does not repeat it. */
final class AccessKeyConverter implements ITypeConverter<AccessKey> {

  @Override
  public AccessKey convert(String value) {
    try {
      return key(value.split(":", 3));
    } catch (IllegalArgumentException blank) {
      throw new TypeConversionException(String.valueOf(blank.getMessage()));
    }
  }

  private static AccessKey key(String[] parts) {
    return switch (parts.length) {
      case 2 -> AccessKey.of(parts[0], parts[1]);
      case 3 -> AccessKey.temporary(parts[0], parts[1], parts[2]);
      default -> throw new TypeConversionException("a key must look like ID:SECRET");
    };
  }
}
