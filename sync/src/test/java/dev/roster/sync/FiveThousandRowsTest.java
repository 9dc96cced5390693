package dev.roster.sync;

import static dev.roster.reconcile.ReconcileMode.EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Operation;
import dev.roster.memory.MemoryPersonality;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.MemberResolver;
import dev.roster.reconcile.ReconcilePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 5,000 rows by user name into 40 groups, of which half is there, takes what it must. */
class FiveThousandRowsTest {

  private static final int GROUPS = 40;
  private static final int ROWS = 5_000;
  private static final int PAGE = 100;

  @TempDir Path directory;

  @Test
  void theCallsAreAnnouncedKeptAndMinimal() throws IOException {
    try (Company company = new Company("d-1234567890", MemoryPersonality.TELLING)) {
      DesiredMembers desired = CsvSource.of(export(company)).read();
      MemberResolver resolver = MemberResolver.of(company.client).withStoreSize(ROWS, GROUPS);
      long names = resolver.mostCalls(desired).orElseThrow();
      assertThat(names).as("pages of users and of groups").isEqualTo(ROWS / PAGE + 1);

      SyncRun run =
          SyncRun.builder(company.client, directory)
              .clock(company.time)
              .storeSize(ROWS, GROUPS)
              .build();
      company.store.requests().reset();
      ReconcilePlan plan = run.plan(EXCLUSIVE, desired).changes();
      assertThat(company.store.requests().total()).isEqualTo(names + GROUPS);
      assertThat(plan.expectedRequests(company.client.traits())).isEqualTo(ROWS / 2);

      company.store.requests().reset();
      assertThat(run.sync(EXCLUSIVE, desired).status()).isEqualTo(SyncStatus.DONE);
      assertThat(company.store.requests().of(Operation.CREATE_MEMBERSHIP)).isEqualTo(ROWS / 2);
      assertThat(company.store.requests().total()).isEqualTo(names + GROUPS + ROWS / 2);
      assertThat(company.store.membershipCount()).isEqualTo(ROWS);
    }
  }

  /** Every other row is there already. */
  private Path export(Company company) throws IOException {
    StringBuilder rows = new StringBuilder("group,user\n");
    for (int row = 0; row < ROWS; row++) {
      String group = "group-" + row % GROUPS;
      company.group(group);
      company.user("user-" + row);
      if (row / GROUPS % 2 == 0 && company.store.membershipCount() < ROWS / 2) {
        company.join(group, "user-" + row);
      }
      rows.append(group).append(",user-").append(row).append('\n');
    }
    for (int row = 0; company.store.membershipCount() < ROWS / 2; row++) {
      if (row / GROUPS % 2 == 1) {
        company.join("group-" + row % GROUPS, "user-" + row);
      }
    }
    return Files.writeString(directory.resolve("people.csv"), rows);
  }
}
