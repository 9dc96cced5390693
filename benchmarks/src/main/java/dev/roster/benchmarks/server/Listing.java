package dev.roster.benchmarks.server;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A page of the memberships of a group or of a member. Every group has the same numbered members,
 * and every member is in the same numbered groups.
 *
 * @param group whose members are asked for, or empty
 * @param user whose groups are asked for, or empty
 * @param token of the page; empty for the first
 * @param size how many memberships there are
 */
record Listing(String group, String user, String token, int size) {

  static final int PAGE_SIZE = 100;

  /** One item of the listing. */
  record Item(String membershipId, String groupId, String userId) {}

  /** An id in the form of both services. */
  private static String id(int kind, int number) {
    return "90670000%02d-00000000-0000-4000-8000-%012d".formatted(kind, number);
  }

  static String membershipId(int number) {
    return id(2, number);
  }

  /** The items of the page, as a list of JSON objects. */
  String items(Function<Item, String> json) {
    return IntStream.range(first(), Math.min(first() + PAGE_SIZE, size))
        .mapToObj(this::item)
        .map(json)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private Item item(int number) {
    return new Item(
        membershipId(number),
        group.isEmpty() ? id(0, number) : group,
        user.isEmpty() ? id(1, number) : user);
  }

  /** The token of the next page, or empty after the last. */
  String nextToken() {
    int next = first() + PAGE_SIZE;
    return next >= size ? "" : "%024d".formatted(next);
  }

  private int first() {
    return token.isEmpty() ? 0 : Integer.parseInt(token);
  }
}
