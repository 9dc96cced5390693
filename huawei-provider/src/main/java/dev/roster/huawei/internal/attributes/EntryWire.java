package dev.roster.huawei.internal.attributes;

import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.Field;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.huawei.internal.attributes.ProviderFieldRules.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where users and groups differ on the wire.
 *
 * @param names the service's spellings
 * @param operations what each request is
 * @param ids identifiers as texts and back
 * @param shared the fields that other services have too
 * @param required the fields without which there is no create
 * @param providerField makes a field of this service alone
 * @param documented what is known of the fields of this service alone
 * @param hasEnabled whether one can be disabled
 * @param entry makes an entry of its identifier and what was read
 */
public record EntryWire<I, E extends DirectoryEntry<I, E>>(
    Names names,
    Operations operations,
    Ids<I> ids,
    SharedFields<E> shared,
    Set<Field<E, ?>> required,
    Function<String, Field<E, String>> providerField,
    Map<String, Kind> documented,
    boolean hasEnabled,
    BiFunction<I, EntryFields<I, E>, E> entry) {

  private static final TextForm WORDS = new TextForm(1, 1024);

  public static final EntryWire<UserId, User> USERS =
      new EntryWire<>(
          new Names("users", "user_id", "retrieve-user-id"),
          new Operations(
              Operation.GET_USER,
              Operation.FIND_USER,
              Operation.LIST_USERS,
              Operation.CREATE_USER,
              Operation.UPDATE_USER,
              Operation.DELETE_USER),
          new Ids<>(UserId::value, UserId::new),
          new SharedFields<>(
              new WireField<>(UserFields.USER_NAME, "user_name", new TextForm(2, 128)),
              List.of(
                  new WireField<>(UserFields.DISPLAY_NAME, "display_name", WORDS),
                  new WireField<>(UserFields.NAME, "name", new NameForm()),
                  new WireField<>(UserFields.EMAILS, "emails", new ListForm<>(new ContactForm())),
                  new WireField<>(
                      UserFields.PHONE_NUMBERS, "phone_numbers", new ListForm<>(new ContactForm())),
                  new WireField<>(
                      UserFields.ADDRESSES, "addresses", new ListForm<>(new AddressForm())))),
          Set.of(UserFields.USER_NAME, UserFields.DISPLAY_NAME, UserFields.NAME, UserFields.EMAILS),
          UserFields::provider,
          userFields(),
          true,
          (id, read) ->
              User.of(id, read.values())
                  .withExternalIds(read.externalIds())
                  .withAudit(read.audit())
                  .withEnabled(read.enabled()));

  public static final EntryWire<GroupId, Group> GROUPS =
      new EntryWire<>(
          new Names("groups", "group_id", "retrieve-group-id"),
          new Operations(
              Operation.GET_GROUP,
              Operation.FIND_GROUP,
              Operation.LIST_GROUPS,
              Operation.CREATE_GROUP,
              Operation.UPDATE_GROUP,
              Operation.DELETE_GROUP),
          new Ids<>(GroupId::value, GroupId::new),
          new SharedFields<>(
              new WireField<>(GroupFields.DISPLAY_NAME, "display_name", WORDS),
              List.of(
                  new WireField<>(GroupFields.DESCRIPTION, "description", new TextForm(0, 1024)))),
          Set.of(GroupFields.DISPLAY_NAME),
          GroupFields::provider,
          Map.of(),
          false,
          (id, read) ->
              Group.of(id, read.values())
                  .withExternalIds(read.externalIds())
                  .withAudit(read.audit()));

  /**
   * The service's spellings.
   *
   * @param collection the path of all, and the field of a page's items
   * @param id the field of the identifier
   * @param lookup the path of the look-up, inside that of all
   */
  public record Names(String collection, String id, String lookup) {}

  /** What each request is. */
  public record Operations(
      Operation get,
      Operation find,
      Operation list,
      Operation create,
      Operation update,
      Operation delete) {}

  /** Identifiers as texts and back. */
  public record Ids<I>(Function<I, String> text, Function<String, I> of) {}

  private static Map<String, Kind> userFields() {
    Map<String, Kind> kinds = new HashMap<>();
    Stream.of(
            "nickname",
            "title",
            "user_type",
            "locale",
            "preferred_language",
            "timezone",
            "profile_url")
        .forEach(name -> kinds.put(name, Kind.WORDS));
    kinds.put("enterprise", Kind.OBJECT);
    kinds.put("email_verified", Kind.READ_ONLY);
    kinds.put("enabled", Kind.READ_ONLY);
    kinds.put(ProviderFieldRules.PASSWORD_MODE, Kind.PASSWORD_MODE);
    return kinds;
  }

  /** The rules of fields that are JSON text. */
  ProviderFieldRules providerFieldRules() {
    Map<String, Kind> kinds = new HashMap<>(documented);
    Stream.of("identity_store_id", names.id(), "external_id", EntryFields.EXTERNAL_IDS)
        .forEach(name -> kinds.put(name, Kind.READ_ONLY));
    EntryFields.AUDIT.forEach(name -> kinds.put(name, Kind.READ_ONLY));
    shared.names().forEach(name -> kinds.put(name, Kind.SHARED));
    return new ProviderFieldRules(Map.copyOf(kinds));
  }

  /** The service's spelling of a field. */
  public String nameOf(Field<E, ?> field) {
    return shared.of(field).map(WireField::name).orElse(field.name());
  }

  /** As {@link #carried(FieldValues)}, with what the service wants and has a default here. */
  public List<CarriedField> carriedByCreate(FieldValues<E> values) {
    Field<E, String> mode = providerField.apply(ProviderFieldRules.PASSWORD_MODE);
    boolean isGiven = !documented.containsKey(mode.name()) || values.fields().contains(mode);
    return carried(isGiven ? values : values.with(mode, ProviderFieldRules.DEFAULT_PASSWORD_MODE));
  }

  /** Fields with their values, in the order in which they were given. */
  public List<CarriedField> carried(FieldValues<E> values) {
    return values.fields().stream().map(field -> carried(field, values)).toList();
  }

  private CarriedField carried(Field<E, ?> field, FieldValues<E> values) {
    return shared
        .of(field)
        .map(known -> carried(known, values))
        .orElseGet(() -> CarriedField.ofJson(field.name(), text(field, values)));
  }

  private <T> CarriedField carried(WireField<E, T> known, FieldValues<E> values) {
    return CarriedField.of(known, values.get(known.field()).orElseThrow());
  }

  /** The value of a field that is JSON text. */
  String text(Field<E, ?> field, FieldValues<E> values) {
    return String.valueOf(values.get(field).orElseThrow());
  }
}
