package dev.roster.campaign.calls;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.weather.Dice;
import dev.roster.memory.MemoryIdentityStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** The groups and users that one actor has to itself, so that no other changes who is where. */
public final class Plot {

  private static final int GROUPS = 3;
  private static final int USERS = 7;

  private final List<GroupId> groups;
  private final List<UserId> users;
  private final Ledger ledger;

  public Plot(MemoryIdentityStore store, Ledger ledger) {
    this.groups = Stream.generate(store::addGroup).limit(GROUPS).toList();
    this.users = Stream.generate(store::addUser).limit(USERS).toList();
    this.ledger = ledger;
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
