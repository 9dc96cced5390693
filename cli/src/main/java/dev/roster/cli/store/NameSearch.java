package dev.roster.cli.store;

import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.terminal.PrintableText;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.LookupKey;
import dev.roster.query.NameResolver;
import dev.roster.query.Resolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Finds the identifiers of what an administrator wrote, all of it in the fewest calls. Nothing is
 * guessed: what is not found, or found twice, is a complaint.
 */
final class NameSearch<I, E extends DirectoryEntry<I, E>> {

  private final String noun;
  private final NameResolver<I, E> resolver;
  private final Function<String, I> asId;
  private final Function<Reference, LookupKey<E>> asKey;
  private final BiConsumer<I, String> named;
  private final Map<String, I> found = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();

  NameSearch(
      String noun,
      NameResolver<I, E> resolver,
      Function<String, I> asId,
      Function<Reference, LookupKey<E>> asKey,
      BiConsumer<I, String> named) {
    this.noun = noun;
    this.resolver = resolver;
    this.asId = asId;
    this.asKey = asKey;
    this.named = named;
  }

  /** The identifiers in the order written; what was written twice counts once. */
  Map<String, I> all(Collection<String> written) {
    Map<String, Reference> names = new LinkedHashMap<>();
    for (String text : written) {
      sort(text, names);
    }
    search(names);
    if (!complaints.isEmpty()) {
      throw new NamesNotFoundException(complaints);
    }
    return inOrder(written);
  }

  private void sort(String text, Map<String, Reference> names) {
    Reference reference = Reference.of(text);
    if (reference.isId()) {
      found.put(text, id(reference.text()));
    } else {
      names.put(text, reference);
    }
  }

  private Map<String, I> inOrder(Collection<String> written) {
    Map<String, I> ordered = new LinkedHashMap<>();
    written.forEach(text -> ordered.put(text, Objects.requireNonNull(found.get(text))));
    return ordered;
  }

  private I id(String text) {
    try {
      return asId.apply(text);
    } catch (IllegalArgumentException unusable) {
      throw new UsageException("the id of a %s: %s".formatted(noun, unusable.getMessage()));
    }
  }

  private void search(Map<String, Reference> names) {
    if (names.isEmpty()) {
      return;
    }
    Resolution<I, E> resolved = resolver.resolve(names.values().stream().map(asKey).toList());
    Map<String, Reference> addresses = new LinkedHashMap<>();
    names.forEach((text, reference) -> take(text, reference, resolved, addresses));
    search(addresses);
  }

  private void take(
      String text, Reference reference, Resolution<I, E> resolved, Map<String, Reference> later) {
    LookupKey<E> key = asKey.apply(reference);
    Optional<I> id = Optional.ofNullable(resolved.found().get(key));
    if (id.isPresent()) {
      found.put(text, id.get());
      if (key.kind() == LookupKey.Kind.NAME) {
        named.accept(id.get(), key.value());
      }
    } else if (reference.canBeEmail()) {
      later.put(text, new Reference(Reference.Kind.EMAIL, reference.text()));
    } else {
      complain(text, reference, resolved.ambiguous().getOrDefault(key, Set.of()));
    }
  }

  /** On one line, whatever the text has in it. */
  private void complain(String text, Reference reference, Set<I> several) {
    String complaint =
        several.isEmpty()
            ? "there is no %s '%s'%s".formatted(noun, text, advice(reference))
            : "'%s' is not one %s but several: %s; name it by its id"
                .formatted(text, noun, several.stream().map(String::valueOf).sorted().toList());
    complaints.add(PrintableText.of(complaint));
  }

  private static String advice(Reference reference) {
    return reference.kind() == Reference.Kind.NAME_OR_EMAIL
        ? "; an id of unusual form is written as id:" + reference.text()
        : "";
  }
}
