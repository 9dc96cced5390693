package dev.roster.query;

import dev.roster.MemberId;
import java.util.Arrays;
import java.util.Collection;

/** What all members cost together, each by the cheaper of its own listing and of checks. */
final class MemberCosts {

  private final long[] listings;
  private final long[] sums;
  private final long[] assumed;

  MemberCosts(Collection<MemberId> members, ListingSizes sizes) {
    listings = members.stream().mapToLong(sizes::callsToList).sorted().toArray();
    assumed =
        members.stream()
            .filter(member -> !sizes.isKnown(member))
            .mapToLong(sizes::callsToList)
            .toArray();
    sums = sums(listings);
  }

  /** What the cheapest so many cost together. */
  private static long[] sums(long[] listings) {
    long[] sums = new long[listings.length + 1];
    for (int index = 0; index < listings.length; index++) {
      sums[index + 1] = sums[index] + listings[index];
    }
    return sums;
  }

  /** How many members would be listed of which the number of groups is not known. */
  long guessed(long asking) {
    return Arrays.stream(assumed).filter(calls -> calls < asking).count();
  }

  /** The total where asking costs so much for each member. */
  long total(long asking) {
    int cheaper = Arrays.binarySearch(listings, asking);
    int listed = cheaper < 0 ? -cheaper - 1 : cheaper;
    return sums[listed] + (listings.length - listed) * asking;
  }
}
