package dev.roster.examples.lines;

import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.Field;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.LookupWay;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the service does for request lines about users, or about groups. */
record LineEntryRequests<I, E extends DirectoryEntry<I, E>>(
    EntryDriver<I, E> state,
    Function<String, I> ids,
    Function<String, LookupKey<E>> names,
    Field<E, String> name,
    Field<E, String> text) {

  String answer(String verb, List<String> words, AttemptContext attempt) throws Exception {
    I id = ids.apply(words.get(0));
    return switch (verb) {
      case "SHOW" -> all(state.get(id, attempt));
      case "FIND" -> "\t" + state.find(names.apply(value(words.get(0))), LookupWay.DIRECT, attempt);
      case "LIST" -> page(state.list(null, asked(words), attempt));
      case "NEW" -> "\t" + state.create(fields(words), attempt).id();
      case "SET" -> {
        state.update(id, changes(words), attempt);
        yield "";
      }
      case "DROP" -> {
        state.delete(id, attempt);
        yield "";
      }
      default -> throw new IllegalArgumentException("unknown request " + verb);
    };
  }

  private static String value(String word) {
    return word.substring(1);
  }

  private static PageRequest asked(List<String> words) {
    int size = Integer.parseInt(words.get(0));
    return words.get(1).equals("-")
        ? PageRequest.first(size)
        : PageRequest.after(size, words.get(1));
  }

  private FieldValues<E> fields(List<String> words) {
    FieldValues<E> fields = FieldValues.<E>none().with(name, value(words.get(0)));
    return words.get(1).equals("-") ? fields : fields.with(text, value(words.get(1)));
  }

  private FieldChanges<E> changes(List<String> words) {
    return change(change(FieldChanges.none(), name, words.get(1)), text, words.get(2));
  }

  private FieldChanges<E> change(FieldChanges<E> changes, Field<E, String> field, String word) {
    return switch (word) {
      case "*" -> changes;
      case "-" -> changes.clear(field);
      default -> changes.set(field, value(word));
    };
  }

  private String page(RawPage<E> page) {
    return "\t"
        + page.nextToken().orElse("-")
        + page.items().stream().map(this::all).collect(Collectors.joining());
  }

  private String all(E entry) {
    return "\t" + entry.id() + "\t" + word(entry, name) + "\t" + word(entry, text);
  }

  private static <E extends DirectoryEntry<?, E>> String word(E entry, Field<E, String> field) {
    return entry.get(field).map(value -> "=" + value).orElse("-");
  }
}
