package dev.roster.campaign.calls;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.record.Change;
import dev.roster.campaign.record.EntryName;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.record.StoredEntry;
import dev.roster.campaign.weather.AttemptKey;
import dev.roster.campaign.weather.Dice;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryIdentityStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** The groups and users that one actor has to itself, so that no other changes who is where. */
public final class Plot {

  private static final int GROUPS = 3;
  private static final int USERS = 7;
  private static final List<String> ENDINGS = List.of("", ".b", ".b.c");
  private static final String FIRST = "from the beginning";
  private static final AttemptKey BEFORE_ALL = new AttemptKey(-1, 0, 0);
  private static final String NEVER_MADE = "0fa4e000-ffff-4fff-8fff-ffffffffffff";

  private final List<GroupId> groups;
  private final List<UserId> users;
  private final List<EntryName> entries;
  private final Ledger ledger;

  public Plot(MemoryIdentityStore store, Ledger ledger) {
    this.groups = Stream.generate(store::addGroup).limit(GROUPS).toList();
    this.users = Stream.generate(store::addUser).limit(USERS).toList();
    this.entries = entries(groups.get(0).value());
    this.ledger = ledger;
    store(store, entries(EntryName.Kind.USER).get(0));
    store(store, entries(EntryName.Kind.GROUP).get(0));
  }

  /** Some are there from the beginning, so that there is something to read and to delete. */
  private void store(MemoryIdentityStore store, EntryName name) {
    EntryName.Kind kind = name.kind();
    Attributes attributes =
        Attributes.of(Map.of(kind.nameAttribute(), name.name(), kind.valueAttribute(), FIRST));
    StoredEntry entry = new StoredEntry(created(store, kind, attributes), BEFORE_ALL, FIRST);
    ledger.entries().created(name, entry, Long.MIN_VALUE, Long.MIN_VALUE);
  }

  private static String created(
      MemoryIdentityStore store, EntryName.Kind kind, Attributes attributes) {
    return switch (kind) {
      case USER -> store.users().create(attributes).value();
      case GROUP -> store.groups().create(attributes).value();
    };
  }

  /** A fuzzy filter by the first name of a kind finds the others as well. */
  private static List<EntryName> entries(String base) {
    List<EntryName> names = new ArrayList<>();
    for (EntryName.Kind kind : EntryName.Kind.values()) {
      ENDINGS.forEach(ending -> names.add(new EntryName(kind, "n-" + base + ending)));
    }
    return List.copyOf(names);
  }

  /** The users or groups that this actor creates and deletes. */
  List<EntryName> entries(EntryName.Kind kind) {
    return entries.stream().filter(name -> name.kind() == kind).toList();
  }

  /** A user or group that was not changed since a time, present or absent as wanted if any is. */
  Optional<EntryName> entry(EntryName.Kind kind, Dice dice, boolean present, long quietSince) {
    List<EntryName> quiet = new ArrayList<>(entries(kind));
    quiet.removeIf(name -> !ledger.entries().isQuietSince(name, quietSince));
    Collections.shuffle(quiet, new Random(dice.seed()));
    return quiet.stream()
        .filter(name -> ledger.entries().now(name).isPresent() == present)
        .findFirst()
        .or(() -> quiet.stream().findFirst());
  }

  /** The id that a user or group has, or the last that it had, or one of the documented form. */
  String knownId(EntryName name) {
    String id = NEVER_MADE;
    for (Change<StoredEntry> change : ledger.entries().of(name)) {
      StoredEntry after = change.after();
      id = after == null ? id : after.id();
    }
    return id;
  }

  List<GroupId> groups() {
    return groups;
  }

  List<UserId> users() {
    return users;
  }

  List<GroupMember> pairsOf(GroupId group) {
    return users.stream().map(user -> new GroupMember(group, user)).toList();
  }

  List<GroupMember> pairsOf(UserId user) {
    return groups.stream().map(group -> new GroupMember(group, user)).toList();
  }

  /** A pair that was not changed since a time, present or absent as wanted if there is one. */
  Optional<GroupMember> pick(Dice dice, boolean present, long quietSince) {
    List<GroupMember> quiet = quiet(dice, quietSince);
    return quiet.stream()
        .filter(pair -> ledger.now(pair).isPresent() == present)
        .findFirst()
        .or(() -> quiet.stream().findFirst());
  }

  /** The pairs that were not changed since a time, in an order that the dice decide. */
  List<GroupMember> quiet(Dice dice, long quietSince) {
    List<GroupMember> pairs = new ArrayList<>();
    groups.forEach(group -> pairs.addAll(pairsOf(group)));
    pairs.removeIf(pair -> !ledger.isQuietSince(pair, quietSince));
    Collections.shuffle(pairs, new Random(dice.seed()));
    return pairs;
  }
}
