package dev.roster.examples.lines;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.Field;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.LookupWay;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.TextRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The users or the groups of the service: each has a name and a text. */
final class LineEntries<I, E extends DirectoryEntry<I, E>> implements EntryDriver<I, E> {

  private static final String NONE = "-";
  private static final String AS_IT_IS = "*";

  /** A tab or the end of a line would be another word or another request. */
  private static final TextRule VALUE =
      TextRule.length("a value", 1, 1_024)
          .matching(Pattern.compile("\\P{Cntrl}*"), "without control characters");

  private final LineService service;
  private final String verbs;
  private final Function<String, I> ids;
  private final BiFunction<I, FieldValues<E>, E> entries;
  private final Field<E, String> name;
  private final Field<E, String> text;

  private LineEntries(
      LineService service,
      String verbs,
      Function<String, I> ids,
      BiFunction<I, FieldValues<E>, E> entries,
      Field<E, String> name,
      Field<E, String> text) {
    this.service = service;
    this.verbs = verbs;
    this.ids = ids;
    this.entries = entries;
    this.name = name;
    this.text = text;
  }

  static LineEntries<UserId, User> users(LineService service) {
    return new LineEntries<>(
        service, "USER-", UserId::new, User::of, UserFields.USER_NAME, UserFields.DISPLAY_NAME);
  }

  static LineEntries<GroupId, Group> groups(LineService service) {
    return new LineEntries<>(
        service,
        "GROUP-",
        GroupId::new,
        Group::of,
        GroupFields.DISPLAY_NAME,
        GroupFields.DESCRIPTION);
  }

  @Override
  public EntryTraits<E> traits() {
    return EntryTraits.<E>builder()
        .largestPage(100)
        .lookups(LookupKey.Kind.NAME, LookupWay.DIRECT)
        .writable(Set.of(name, text))
        .required(Set.of(name))
        .build();
  }

  @Override
  public void check(LookupKey<E> key) {
    VALUE.check(key.value());
  }

  @Override
  public void check(FieldValues<E> fields) {
    fields.get(name).ifPresent(VALUE::check);
    fields.get(text).ifPresent(VALUE::check);
  }

  @Override
  public E get(I id, AttemptContext attempt) throws IOException {
    return entry(send(attempt, "SHOW", id.toString()), 0);
  }

  @Override
  public I find(LookupKey<E> key, LookupWay way, AttemptContext attempt) throws IOException {
    return ids.apply(send(attempt, "FIND", "=" + key.value()).word(0));
  }

  @Override
  public RawPage<E> list(@Nullable LookupKey<E> filter, PageRequest page, AttemptContext attempt)
      throws IOException {
    LineResponse response =
        send(attempt, "LIST", String.valueOf(page.size()), page.token().orElse(NONE));
    List<E> items = new ArrayList<>();
    for (int at = 1; at < response.size(); at += 3) {
      items.add(entry(response, at));
    }
    String next = response.word(0);
    return RawPage.of(items, next.equals(NONE) ? null : next);
  }

  @Override
  public CreatedEntry<I> create(FieldValues<E> fields, AttemptContext attempt) throws IOException {
    LineResponse response =
        send(attempt, "NEW", word(fields, name, NONE), word(fields, text, NONE));
    return CreatedEntry.of(ids.apply(response.word(0)));
  }

  @Override
  public void update(I id, FieldChanges<E> changes, AttemptContext attempt) throws IOException {
    send(attempt, "SET", id.toString(), word(changes, name), word(changes, text));
  }

  @Override
  public void delete(I id, AttemptContext attempt) throws IOException {
    send(attempt, "DROP", id.toString());
  }

  private LineResponse send(AttemptContext attempt, String verb, String... words)
      throws IOException {
    return service.send(attempt, verbs + verb, words);
  }

  /** What an update does not name must stay as it is. */
  private String word(FieldChanges<E> changes, Field<E, String> field) {
    return word(changes.values(), field, changes.cleared().contains(field) ? NONE : AS_IT_IS);
  }

  private String word(FieldValues<E> values, Field<E, String> field, String otherwise) {
    return values.get(field).map(value -> "=" + value).orElse(otherwise);
  }

  private E entry(LineResponse response, int at) throws UnreadableResponseException {
    FieldValues<E> values = with(FieldValues.none(), name, response.word(at + 1));
    return entries.apply(ids.apply(response.word(at)), with(values, text, response.word(at + 2)));
  }

  private FieldValues<E> with(FieldValues<E> values, Field<E, String> field, String word)
      throws UnreadableResponseException {
    if (word.equals(NONE)) {
      return values;
    }
    if (!word.startsWith("=")) {
      throw new UnreadableResponseException("a value must begin with =");
    }
    return values.with(field, word.substring(1));
  }
}
