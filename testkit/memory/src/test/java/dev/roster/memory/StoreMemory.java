package dev.roster.memory;

import java.io.PrintStream;

/**
 * A program that says how many bytes of heap a store takes for each user and each membership. Run
 * it with a heap of 1 GB or more: {@code java -Xmx1g -cp <test class path>
 * dev.roster.memory.StoreMemory}.
 */
final class StoreMemory {

  private static final int USERS = 100_000;
  private static final int GROUPS = 1_000;
  private static final int GROUPS_PER_USER = 5;
  private static final int COLLECTIONS = 5;

  private StoreMemory() {}

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    LargeStore large = new LargeStore(USERS, GROUPS, GROUPS_PER_USER);
    large.fillGroups();
    long empty = usedHeap();
    large.fillUsers();
    long users = usedHeap();
    large.fillMemberships();
    long full = usedHeap();
    out.printf("%d bytes per user%n", (users - empty) / USERS);
    out.printf("%d bytes per membership%n", (full - users) / large.store().membershipCount());
  }

  private static long usedHeap() {
    for (int each = 0; each < COLLECTIONS; each++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
