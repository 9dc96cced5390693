package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.spi.PageRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryGroupsTest {

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), new ManualTime());
  private final MemoryEntities<GroupId> groups = store.groups();
  private final Attributes engineers =
      Attributes.none()
          .with("displayName", "Engineers")
          .with("externalIds", List.of(Map.of("issuer", "https://idp.example", "id", "g-1")));

  @Test
  void aGroupIsReadFoundChangedAndDeleted() {
    GroupId made = groups.create(engineers);

    assertThat(groups.get(made).attributes()).isEqualTo(engineers);
    assertThat(groups.find("displayName", "Engineers")).isEqualTo(made);
    assertThat(groups.findByExternalId("https://idp.example", "g-1")).isEqualTo(made);
    groups.update(made, before -> before.with("description", "Who build it"));
    assertThat(groups.get(made).attributes().text("description")).contains("Who build it");
    groups.delete(made);
    assertThat(groups.count()).isZero();
  }

  @Test
  void aDisplayNameIsUniqueAmongGroupsAndNotAmongUsers() {
    groups.create(engineers);
    store.users().create(Attributes.none().with("displayName", "Engineers"));

    assertThatExceptionOfType(MemoryStoreException.class)
        .isThrownBy(() -> groups.add(new GroupId("other"), engineers.without("externalIds")))
        .satisfies(refusal -> assertThat(refusal.notUnique()).contains("displayName"));
    store.users().create(Attributes.none().with("displayName", "Engineers"));
  }

  @Test
  void aDeletedGroupTakesItsMembershipsWithIt() {
    GroupId made = groups.create(engineers);
    var user = store.addUser();
    store.createMembership(made, user);

    groups.delete(made);

    assertThat(store.membershipCount()).isZero();
    assertThat(store.listMembershipsForMember(user, PageRequest.first(9)).items()).isEmpty();
  }
}
