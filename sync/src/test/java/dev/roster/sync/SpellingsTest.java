package dev.roster.sync;

import static dev.roster.reconcile.ReconcileMode.EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.MemoryPersonality;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.sync.internal.state.Due;
import dev.roster.sync.internal.state.DueRemoval;
import dev.roster.sync.internal.state.SyncState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a service takes an id in either case, a removal that waits is one however it is spelt. */
class SpellingsTest {

  @TempDir Path directory;

  private final Company company = Company.inAnyCase("d-1234567890", MemoryPersonality.TELLING);

  private static String upper(String id) {
    return id.toUpperCase(Locale.ROOT);
  }

  private static String lower(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  @BeforeEach
  void everyoneIsThere() {
    List.of("ada", "grace", "linus").forEach(user -> company.join("developers", user));
  }

  @AfterEach
  void close() {
    company.close();
  }

  private SyncReport night(UnaryOperator<String> spelling) {
    DesiredMembers.Builder desired = DesiredMembers.from("the list");
    GroupId group = new GroupId(spelling.apply(company.group("developers").value()));
    for (String user : List.of("ada", "grace")) {
      desired.member(group, new UserId(spelling.apply(company.user(user).value())));
    }
    SyncReport report =
        SyncRun.builder(company.client, directory)
            .clock(company.time)
            .build()
            .sync(EXCLUSIVE, desired.build());
    company.time.advance(Duration.ofHours(24));
    return report;
  }

  @Test
  void aRemovalIsMadeThoughTheSourceSpellsItsGroupInAnotherWayTheNextNight() {
    assertThat(night(SpellingsTest::upper).removals()).isEmpty();
    assertThat(night(SpellingsTest::lower).removals()).hasSize(1);
    assertThat(company.members("developers")).containsExactlyInAnyOrder("ada", "grace");
  }

  @Test
  void theStateHasOneSpelling() throws IOException {
    night(SpellingsTest::upper);
    String state = Files.readString(directory.resolve("state.jsonl"));
    assertThat(state)
        .contains(company.group("developers").value())
        .doesNotContain(upper(company.group("developers").value()));
  }

  @Test
  void aMemberWhoWasRemovedAndIsAddedAgainBeginsAnewHoweverTheyAreSpelt() {
    night(SpellingsTest::upper);
    assertThat(night(SpellingsTest::lower).removals()).hasSize(1);
    company.join("developers", "linus");
    assertThat(night(SpellingsTest::upper).removals()).isEmpty();
    assertThat(night(SpellingsTest::lower).removals()).hasSize(1);
  }

  @Test
  void ofTwoSpellingsInOneStateTheLaterCounts() {
    Due first = new Due(company.time.instant(), "first");
    Due later = new Due(company.time.instant().plusSeconds(7), "later");
    SyncState state =
        new SyncState(
            "memory",
            company.client.identityStoreId(),
            3,
            Set.of("g"),
            Map.of(new DueRemoval("g", "m"), first, new DueRemoval("G", "M"), later));
    assertThat(state.spelt(SpellingsTest::lower).due())
        .containsOnly(Map.entry(new DueRemoval("g", "m"), later));
  }
}
