package dev.roster.emulator.internal.program;

import dev.roster.IdentityStoreId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a store's identifier. */
final class StoreIdConverter implements ITypeConverter<IdentityStoreId> {

  @Override
  public IdentityStoreId convert(String value) {
    try {
      return new IdentityStoreId(value);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(String.valueOf(wrong.getMessage()));
    }
  }
}
