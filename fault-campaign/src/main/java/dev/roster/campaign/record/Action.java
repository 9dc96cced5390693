package dev.roster.campaign.record;

import dev.roster.campaign.weather.Dice;
import java.util.ArrayList;
import java.util.List;

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
  RECONCILE(2);

  private static final List<Action> WEIGHTED = weighted();

  private final int weight;

  Action(int weight) {
    this.weight = weight;
  }

  public static Action of(Dice dice) {
    return dice.of(WEIGHTED);
  }

  /** Whether it is one call of the client, with one deadline. */
  public boolean isOneCall() {
    return switch (this) {
      case CREATE, ENSURE, DELETE, ENSURE_NOT, ENSURE_DELETED, GET, FIND, CHECK -> true;
      default -> false;
    };
  }

  private static List<Action> weighted() {
    List<Action> all = new ArrayList<>();
    for (Action action : values()) {
      for (int times = 0; times < action.weight; times++) {
        all.add(action);
      }
    }
    return List.copyOf(all);
  }
}
