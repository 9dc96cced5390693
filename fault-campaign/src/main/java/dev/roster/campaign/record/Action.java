package dev.roster.campaign.record;

import dev.roster.campaign.weather.Dice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an actor calls. */
public enum Action {
  CREATE(10),
  ENSURE(16),
  DELETE(9),
  ENSURE_NOT(9),
  ENSURE_DELETED(6),
  GET(4),
  FIND(6),
  LIST_GROUP(4),
  LIST_MEMBER(4),
  CHECK(4),
  BULK_ADD(2),
  BULK_REMOVE(2),
  BULK_REMOVE_MEMBERSHIPS(1),
  REMOVE_FROM_ALL(1),
  RECONCILE(2),
  CREATE_ENTRY(About.DIRECTORY, 12),
  UPDATE_ENTRY(About.DIRECTORY, 10),
  DELETE_ENTRY(About.DIRECTORY, 9),
  GET_ENTRY(About.DIRECTORY, 3),
  GET_ENTRIES(About.DIRECTORY, 2),
  FIND_ENTRY(About.DIRECTORY, 3),
  FIND_ENTRY_ID(About.DIRECTORY, 3),
  FILTER_ENTRIES(About.DIRECTORY, 2),
  LIST_ENTRIES(About.DIRECTORY, 1);

  private static final Map<About, List<Action>> WEIGHTED = weighted();

  private final About about;
  private final int weight;

  Action(int weight) {
    this(About.MEMBERSHIPS, weight);
  }

  Action(About about, int weight) {
    this.about = about;
    this.weight = weight;
  }

  public static Action of(Dice dice, About about) {
    return dice.of(Objects.requireNonNull(WEIGHTED.get(about)));
  }

  /** What it is about. */
  public About about() {
    return about;
  }

  /** Whether it is one call of the client, with one deadline. */
  public boolean isOneCall() {
    return switch (this) {
      case CREATE, ENSURE, DELETE, ENSURE_NOT, ENSURE_DELETED, GET, FIND, CHECK -> true;
      case CREATE_ENTRY, UPDATE_ENTRY, DELETE_ENTRY, GET_ENTRY, FIND_ENTRY, FIND_ENTRY_ID -> true;
      default -> false;
    };
  }

  private static Map<About, List<Action>> weighted() {
    Map<About, List<Action>> all = new EnumMap<>(About.class);
    for (Action action : values()) {
      List<Action> same = all.computeIfAbsent(action.about, fresh -> new ArrayList<>());
      for (int times = 0; times < action.weight; times++) {
        same.add(action);
      }
    }
    return all;
  }
}
