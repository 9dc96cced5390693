package dev.roster.benchmarks.server;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The memberships of a group or of a member, one page at a time. Every group has the same numbered
 * members, and every member is in the same numbered groups.
 */
final class Memberships {

  static final int PAGE_SIZE = 100;

  private static final String NO_TOKEN = "";
  private static final int TOKEN_LENGTH = 24;

  private Memberships() {}

  /** One of a listing. */
  record Membership(String membershipId, String groupId, String userId) {

    /** The listing of what is not empty. */
    static Membership of(String group, String user, int number) {
      return new Membership(
          Memberships.membershipId(number),
          group.isEmpty() ? id(0, number) : group,
          user.isEmpty() ? id(1, number) : user);
    }
  }

  static String membershipId(int number) {
    return id(2, number);
  }

  private static String id(int kind, int number) {
    return "90670000%02d-00000000-0000-4000-8000-%012d".formatted(kind, number);
  }

  /** What is on the page that a token names, as a list of JSON objects. */
  static String page(String token, int size, IntFunction<String> membership) {
    int first = first(token);
    return IntStream.range(first, Math.min(first + PAGE_SIZE, size))
        .mapToObj(membership)
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The token of the page after this one, or empty after the last. */
  static String nextToken(String token, int size) {
    int next = first(token) + PAGE_SIZE;
    return next >= size ? NO_TOKEN : ("%0" + TOKEN_LENGTH + "d").formatted(next);
  }

  private static int first(String token) {
    return token.isEmpty() ? 0 : Integer.parseInt(token);
  }
}
