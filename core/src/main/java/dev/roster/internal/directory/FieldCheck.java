package dev.roster.internal.directory;

import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.Field;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.InvalidInputException;
import java.util.Set;

/** Refuses fields that a service does not take, before anything is sent. */
final class FieldCheck {

  private FieldCheck() {}

  /**
   * The unique name is required of every service: by it a create whose response was lost is
   * settled.
   */
  static <I, E extends DirectoryEntry<I, E>> void ofNew(
      EntryKind<I, E> kind, EntryDriver<I, E> driver, FieldValues<E> fields) {
    require(kind, fields.fields(), kind.nameField());
    if (fields.get(kind.nameField()).filter(String::isBlank).isPresent()) {
      throw new InvalidInputException("%s must not be blank".formatted(kind.nameField()));
    }
    driver.traits().required().forEach(field -> require(kind, fields.fields(), field));
    requireWritable(kind, driver.traits(), fields.fields());
    driver.check(fields);
  }

  static <I, E extends DirectoryEntry<I, E>> void ofChanges(
      EntryKind<I, E> kind, EntryDriver<I, E> driver, FieldChanges<E> changes) {
    if (changes.isEmpty()) {
      throw new InvalidInputException("an update must set or clear at least one field");
    }
    requireWritable(kind, driver.traits(), changes.fields());
    if (changes.cleared().contains(kind.nameField())) {
      throw new InvalidInputException(
          "%s of a %s must not be cleared".formatted(kind.nameField(), kind.word()));
    }
    driver.check(changes);
  }

  static void ofRevision(EntryDriver<?, ?> driver, String revision) {
    if (revision.isBlank()) {
      throw new InvalidInputException("the revision must not be blank");
    }
    driver.checkRevision(revision);
  }

  private static void require(EntryKind<?, ?> kind, Set<?> given, Field<?, ?> field) {
    if (!given.contains(field)) {
      throw new InvalidInputException(
          "a new %s must have the field %s".formatted(kind.word(), field.name()));
    }
  }

  private static <E> void requireWritable(
      EntryKind<?, ?> kind, EntryTraits<E> traits, Set<Field<E, ?>> fields) {
    for (Field<E, ?> field : fields) {
      boolean writable =
          field.isProviderField() ? traits.providerFields() : traits.writable().contains(field);
      if (!writable) {
        throw new InvalidInputException(
            "the service cannot set the field %s of a %s".formatted(field.name(), kind.word()));
      }
    }
  }
}
