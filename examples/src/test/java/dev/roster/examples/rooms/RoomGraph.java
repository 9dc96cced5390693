package dev.roster.examples.rooms;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rooms, and which of them each depends on.
 *
 * @param arrows for each room those that it depends on
 */
record RoomGraph(SortedMap<String, Set<String>> arrows) {

  /**
   * The rooms of classes.
   *
   * @param classes the classes
   * @param roomOf the room of a class, if it has one
   */
  static RoomGraph of(JavaClasses classes, Function<JavaClass, Optional<String>> roomOf) {
    SortedMap<String, Set<String>> arrows = new TreeMap<>();
    for (JavaClass type : classes) {
      roomOf
          .apply(type)
          .ifPresent(
              room ->
                  arrows
                      .computeIfAbsent(room, none -> new TreeSet<>())
                      .addAll(roomsUsedBy(type, room, roomOf)));
    }
    return new RoomGraph(arrows);
  }

  private static List<String> roomsUsedBy(
      JavaClass type, String room, Function<JavaClass, Optional<String>> roomOf) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .flatMap(used -> roomOf.apply(used.getBaseComponentType()).stream())
        .filter(used -> !used.equals(room))
        .toList();
  }

  /** Without the arrows that lead to what every room may use. */
  RoomGraph without(Set<String> open, Function<String, Boolean> from) {
    SortedMap<String, Set<String>> fewer = new TreeMap<>();
    arrows.forEach(
        (room, used) -> {
          Set<String> left = new TreeSet<>(used);
          if (from.apply(room)) {
            left.removeAll(open);
          }
          fewer.put(room, left);
        });
    return new RoomGraph(fewer);
  }

  /** Without the arrows that a way over other rooms implies. */
  RoomGraph reduced() {
    SortedMap<String, Set<String>> fewer = new TreeMap<>();
    arrows.forEach(
        (room, used) -> {
          Set<String> left = new TreeSet<>(used);
          used.forEach(between -> left.removeAll(reachableFrom(between)));
          fewer.put(room, left);
        });
    return new RoomGraph(fewer);
  }

  private Set<String> reachableFrom(String room) {
    Set<String> found = new TreeSet<>();
    List<String> open = new ArrayList<>(used(room));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (found.add(next)) {
        open.addAll(used(next));
      }
    }
    return found;
  }

  Set<String> used(String room) {
    return arrows.getOrDefault(room, Set.of());
  }

  /** The rooms from the top down: each is below all that depend on it. */
  List<List<String>> layers() {
    Map<String, Integer> depths = new TreeMap<>();
    for (String room : arrows.keySet()) {
      if (reachableFrom(room).contains(room)) {
        throw new IllegalStateException("a cycle of rooms leads through " + room);
      }
      depths.put(room, depth(room));
    }
    return Stream.iterate(0, depth -> depths.containsValue(depth), depth -> depth + 1)
        .map(depth -> depths.keySet().stream().filter(room -> depth.equals(depths.get(room))))
        .map(Stream::toList)
        .toList();
  }

  private int depth(String room) {
    return arrows.keySet().stream()
        .filter(user -> used(user).contains(room))
        .mapToInt(user -> depth(user) + 1)
        .max()
        .orElse(0);
  }
}
