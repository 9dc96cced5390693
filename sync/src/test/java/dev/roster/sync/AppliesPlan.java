package dev.roster.sync;

import dev.roster.RosterClient;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.RemovalGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that carries a plan out, to be killed. */
final class AppliesPlan {

  private AppliesPlan() {}

  /** Arguments: the store as a URI, the directory of the runs, the file of the plan. */
  public static void main(String[] arguments) throws IOException {
    RequestIds requestIds = new RequestIds();
    try (RosterClient client = RosterClient.builder(arguments[0]).listener(requestIds).build()) {
      run(client, Path.of(arguments[1]), requestIds)
          .apply(ReconcilePlan.parse(Files.readString(Path.of(arguments[2]))));
    }
  }

  static SyncRun run(RosterClient client, Path directory, RequestIds requestIds) {
    return SyncRun.builder(client, directory)
        .requestIds(requestIds)
        .guard(RemovalGuard.allowingAll())
        .build();
  }
}
