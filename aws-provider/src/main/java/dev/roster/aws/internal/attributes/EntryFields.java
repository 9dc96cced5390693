package dev.roster.aws.internal.attributes;

import dev.roster.directory.Field;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.PersonName;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.spi.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.document.Document;

/**
 * The fields of users or of groups. What the contract has no field for is a provider field, whose
 * value is the JSON text of what the service has.
 *
 * @param <E> {@link User} or {@link Group}
 */
public final class EntryFields<E> {

  /** The users'. */
  public static final EntryFields<User> USERS =
      new EntryFields<>(
          Map.of(
              UserFields.USER_NAME, FieldForm.text("UserName"),
              UserFields.DISPLAY_NAME, FieldForm.text("DisplayName"),
              UserFields.NAME, PersonForms.name("Name"),
              UserFields.EMAILS, PersonForms.contacts("Emails"),
              UserFields.PHONE_NUMBERS, PersonForms.contacts("PhoneNumbers"),
              UserFields.ADDRESSES, PersonForms.addresses("Addresses")),
          ModelShapes.USER,
          UserFields::provider);

  /** The groups'. */
  public static final EntryFields<Group> GROUPS =
      new EntryFields<>(
          Map.of(
              GroupFields.DISPLAY_NAME, FieldForm.text("DisplayName"),
              GroupFields.DESCRIPTION, FieldForm.text("Description")),
          ModelShapes.GROUP,
          GroupFields::provider);

  /** An object or a list without content says as much as none. */
  private static final Set<Object> NOTHING = Set.of(PersonName.none(), List.of());

  private final Map<Field<E, ?>, FieldForm<?>> shared;
  private final Map<String, Field<E, ?>> byMember = new LinkedHashMap<>();
  private final Map<String, Shape> shapes;
  private final Function<String, Field<E, String>> ofProvider;

  private EntryFields(
      Map<Field<E, ?>, FieldForm<?>> shared,
      Map<String, Shape> shapes,
      Function<String, Field<E, String>> ofProvider) {
    this.shared = shared;
    this.shapes = shapes;
    this.ofProvider = ofProvider;
    shared.forEach((field, form) -> byMember.put(form.member(), field));
  }

  /** {@return the fields of the contract that the service has} */
  public Set<Field<E, ?>> shared() {
    return shared.keySet();
  }

  /** {@return what can be written, by its name in the service's model} */
  public Set<String> members() {
    return shapes.keySet();
  }

  /** {@return whether there are fields that the contract does not have} */
  public boolean hasProviderFields() {
    return !providerFields().isEmpty();
  }

  /** {@return all texts within values} */
  public Set<String> texts(FieldValues<E> values) {
    return JsonTexts.in(modelled(values).values());
  }

  /**
   * Checks values.
   *
   * @param values the values
   * @param strict whether the documented form counts too, not only lengths and kinds
   * @throws InvalidInputException if one breaks a rule
   */
  public void check(FieldValues<E> values, boolean strict) {
    for (Field<E, ?> field : values.fields()) {
      shape(field).check(modelled(field, values), field.name(), strict);
    }
  }

  /**
   * Checks the names of fields that are cleared.
   *
   * @param fields the fields
   * @throws InvalidInputException if the service has no such field
   */
  public void check(Set<Field<E, ?>> fields) {
    fields.forEach(this::shape);
  }

  /** {@return values by their names in the service's model} */
  public Map<String, Document> modelled(FieldValues<E> values) {
    Map<String, Document> model = new LinkedHashMap<>();
    values.fields().forEach(field -> model.put(member(field), modelled(field, values)));
    return model;
  }

  /** {@return the values of what the service has, by its names} */
  public FieldValues<E> values(Map<String, Document> model) {
    FieldValues<E> values = FieldValues.none();
    for (Map.Entry<String, Document> each : model.entrySet()) {
      values = with(values, each.getKey(), each.getValue());
    }
    return values;
  }

  @SuppressWarnings("unchecked") // The maps above pair a field with the form of its type.
  private <T> FieldValues<E> with(FieldValues<E> values, String member, Document model) {
    Field<E, T> field = (Field<E, T>) byMember.get(member);
    if (field == null) {
      return values.with(ofProvider.apply(member), JsonWriter.write(model));
    }
    FieldForm<T> form = (FieldForm<T>) Objects.requireNonNull(shared.get(field));
    T value = form.fromModel().apply(model);
    return NOTHING.contains(value) ? values : values.with(field, value);
  }

  /** One operation of an update; a value of null clears what the path leads to. */
  public record Change(String path, @Nullable Document value) {}

  /** {@return the operations that make changes, one for each field and extension} */
  public List<Change> changes(FieldChanges<E> changes) {
    List<Change> operations = new ArrayList<>();
    changes.values().fields().forEach(field -> set(field, changes.values(), operations));
    changes.cleared().forEach(field -> clear(field, operations));
    return operations;
  }

  private void set(Field<E, ?> field, FieldValues<E> values, List<Change> operations) {
    Document model = modelled(field, values);
    Shape shape = shape(field);
    if (shape instanceof Shape.Entries) {
      model.asMap().forEach((name, entry) -> operations.add(new Change(name, entry)));
    } else {
      operations.add(new Change(Shape.inUpdate(member(field)), shape.inUpdate(model)));
    }
  }

  private void clear(Field<E, ?> field, List<Change> operations) {
    boolean extensions = shape(field) instanceof Shape.Entries;
    operations.add(
        new Change(extensions ? Extensions.ENTERPRISE : Shape.inUpdate(member(field)), null));
  }

  /**
   * Whether values are as changes make them; JSON text counts by its meaning.
   *
   * @param changes the changes
   * @param present what was read
   * @return true where all of them are done
   */
  public boolean areDone(FieldChanges<E> changes, FieldValues<E> present) {
    return changes.cleared().stream().noneMatch(present.fields()::contains)
        && changes.values().fields().stream()
            .allMatch(field -> isSame(field, changes.values(), present));
  }

  private boolean isSame(Field<E, ?> field, FieldValues<E> wanted, FieldValues<E> present) {
    if (!present.fields().contains(field)) {
      return false;
    }
    return field.isProviderField()
        ? modelled(field, wanted).equals(modelled(field, present))
        : wanted.get(field).equals(present.get(field));
  }

  private Document modelled(Field<E, ?> field, FieldValues<E> values) {
    Object value = values.get(field).orElseThrow();
    FieldForm<?> form = shared.get(field);
    return form == null ? JsonReader.read(field.name(), value.toString()) : form.modelled(value);
  }

  private Shape shape(Field<E, ?> field) {
    Shape shape = shapes.get(member(field));
    if (shape == null || (field.isProviderField() && byMember.containsKey(field.name()))) {
      throw new InvalidInputException(
          "there is no provider field %s; there are %s".formatted(field.name(), providerFields()));
    }
    return shape;
  }

  private List<String> providerFields() {
    return shapes.keySet().stream().filter(name -> !byMember.containsKey(name)).toList();
  }

  private String member(Field<E, ?> field) {
    FieldForm<?> form = shared.get(field);
    return form == null ? field.name() : form.member();
  }
}
