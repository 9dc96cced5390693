package dev.roster.memory.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.AuditDetails;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryEntity;
import dev.roster.memory.internal.attributes.Selection;
import dev.roster.memory.internal.attributes.UniqueAttributes;
import dev.roster.memory.internal.attributes.UniqueKey;
import dev.roster.memory.internal.paging.SortedRows;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntityTableTest {

  private static final int USERS = 50;

  private final EntityTable<UserId> users =
      new EntityTable<>(Resource.MEMBER, UniqueAttributes.OF_USERS);

  @BeforeEach
  void fill() {
    IntStream.rangeClosed(1, USERS)
        .forEach(each -> users.add(each, user(each, "name-" + each, "engineer")));
  }

  @Test
  void aFilterOnAUniqueAttributeLooksAtOneRowOnly() {
    SortedRows<EntityRow<UserId>> rows = users.candidates(equalTo("userName", "name-7"));

    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.get(0).id()).isEqualTo(new UserId("7"));
    assertThat(users.candidates(equalTo("userName", "absent")).size()).isZero();
  }

  @Test
  void anyOtherFilterLooksAtAllRows() {
    assertThat(users.candidates(withoutKey()).size()).isEqualTo(USERS);
    assertThat(users.candidates(equalTo("title", "engineer")).size()).isEqualTo(USERS);
  }

  @Test
  void theIndexFollowsChangesAndRemovals() {
    users.replace(user(7, "renamed", "engineer"));
    users.remove(users.require(new UserId("8")));

    assertThat(users.find("userName", "renamed").id()).isEqualTo(new UserId("7"));
    assertThat(users.candidates(equalTo("userName", "name-7")).size()).isZero();
    assertThat(users.candidates(equalTo("userName", "name-8")).size()).isZero();
  }

  private static Selection equalTo(String path, String value) {
    return new Selection("equal", any -> true, UniqueKey.of(path, value));
  }

  private static Selection withoutKey() {
    return new Selection("any", any -> true, null);
  }

  private static MemoryEntity<UserId> user(int number, String name, String title) {
    return new MemoryEntity<>(
        new UserId(String.valueOf(number)),
        Attributes.none().with("userName", name).with("title", title),
        AuditDetails.none());
  }
}
