package dev.roster.spi;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a person may have meant. */
final class Spelling {

  /** Two slips of a finger: more of them make another word. */
  private static final int MOST_SLIPS = 2;

  private Spelling() {}

  /** The known name that is nearest to one that was given; empty where none is near. */
  static Optional<String> nearest(String given, Collection<String> known) {
    String wanted = given.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> slips(wanted, name.toLowerCase(Locale.ROOT)) <= allowed(name))
        .min(
            Comparator.comparingInt((String name) -> slips(wanted, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A short name with two letters changed is no longer that name. */
  private static int allowed(String name) {
    return Math.min(MOST_SLIPS, name.length() / 3);
  }

  /** Levenshtein's distance: letters inserted, left out or changed. */
  private static int slips(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      addLetter(row, one.charAt(i - 1), other);
    }
    return row[row.length - 1];
  }

  /** From the distances of a word to every beginning of the other, to those of one letter more. */
  private static void addLetter(int[] row, char letter, String other) {
    int diagonal = row[0];
    row[0]++;
    for (int j = 1; j < row.length; j++) {
      int changed = diagonal + (letter == other.charAt(j - 1) ? 0 : 1);
      diagonal = row[j];
      row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
    }
  }
}
