package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.directory.KnownNames;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryPersonality;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was in groups is kept byte for byte, and what has changed since is found. */
class SnapshotTest {

  @TempDir Path directory;

  private final Company company = new Company("d-1234567890", MemoryPersonality.TELLING);

  @AfterEach
  void close() {
    company.close();
  }

  private Snapshot take(String... groups) {
    return Snapshot.of(company.client, List.of(groups).stream().map(company::group).toList());
  }

  @Test
  void theBytesDependOnTheContentOnly() throws IOException {
    company.join("developers", "ada");
    company.join("developers", "grace");
    company.group("empty");
    Path first = directory.resolve("first");
    Path second = directory.resolve("second");
    take("developers", "empty").write(first, KnownNames.none());
    take("empty", "developers", "empty").write(second, KnownNames.none());
    assertThat(first).hasSameBinaryContentAs(second);
    assertThat(Snapshot.read(first)).isEqualTo(take("developers", "empty"));
    Membership read =
        Snapshot.read(first).groups().values().stream()
            .flatMap(List::stream)
            .findFirst()
            .orElseThrow();
    assertThat(read.createdBy()).hasValue(MemoryIdentityStore.PRINCIPAL);
    assertThat(read.createdAt()).isPresent();
  }

  @Test
  void namesAreForReaders() {
    company.join("developers", "ada");
    Snapshot snapshot = take("developers");
    KnownNames names =
        KnownNames.none()
            .withUsers(company.client.directory().users().list().stream().toList())
            .withGroups(company.client.directory().groups().list().stream().toList());
    assertThat(snapshot.toText(names)).contains("\"name\":\"ada\"", "\"name\":\"developers\"");
    assertThat(Snapshot.parse(snapshot.toText(names))).isEqualTo(snapshot);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 200})
  void aTextThatWasCutIsRefused(int cut) {
    company.join("developers", "ada");
    String text = take("developers").toText();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Snapshot.parse(
                    cut == 0
                        ? text.replace("d-1234567890", "d-1234567891")
                        : text.substring(0, text.length() - cut)));
  }

  @Test
  void whatHasChangedSinceIsFoundWithWhoAndWhen() {
    GroupId developers = company.group("developers");
    company.join("developers", "ada");
    Membership grace = company.join("developers", "grace");
    Membership linus = company.join("developers", "linus");
    GroupId gone = company.group("gone");
    Snapshot before = take("developers", "gone");
    assertThat(Drift.since(before, company.client).isEmpty()).isTrue();

    company.store.deleteMembership(grace.membershipId());
    company.store.deleteMembership(linus.membershipId());
    company.join("developers", "linus");
    company.join("developers", "new");
    company.store.groups().delete(gone);

    Drift drift = Drift.since(before, company.client);
    assertThat(drift.entries())
        .extracting(DriftEntry::kind, DriftEntry::groupId, SnapshotTest::member)
        .containsExactlyInAnyOrder(
            tuple(DriftEntry.Kind.GROUP_GONE, gone, ""),
            tuple(DriftEntry.Kind.LEFT, developers, company.user("grace").value()),
            tuple(DriftEntry.Kind.CAME_BACK, developers, company.user("linus").value()),
            tuple(DriftEntry.Kind.JOINED, developers, company.user("new").value()));
    DriftEntry joined =
        drift.entries().stream()
            .filter(entry -> entry.kind() == DriftEntry.Kind.JOINED)
            .findFirst()
            .orElseThrow();
    assertThat(joined.after().flatMap(Membership::createdBy))
        .hasValue(MemoryIdentityStore.PRINCIPAL);
  }

  private static String member(DriftEntry entry) {
    return entry.after().or(entry::before).map(it -> it.memberId().value()).orElse("");
  }

  @Test
  void snapshotsOfDifferentStoresAreNotCompared() {
    try (Company other = new Company("d-0000000000", MemoryPersonality.TELLING)) {
      Snapshot ours = take("developers");
      Snapshot theirs = Snapshot.of(other.client, List.of(other.group("developers")));
      assertThatIllegalArgumentException().isThrownBy(() -> Drift.between(ours, theirs));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Drift.since(ours, other.client))
          .withMessageContaining("memory://d-1234567890");
    }
  }
}
