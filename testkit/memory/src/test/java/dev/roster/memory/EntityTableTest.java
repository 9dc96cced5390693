package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.AuditDetails;
import dev.roster.Resource;
import dev.roster.UserId;
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
    SortedRows<EntityRow<UserId>> rows =
        users.candidates(AttributeFilter.equalTo("userName", "name-7"));

    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.get(0).id()).isEqualTo(new UserId("7"));
    assertThat(users.candidates(AttributeFilter.equalTo("userName", "nobody")).size()).isZero();
  }

  @Test
  void anyOtherFilterLooksAtAllRows() {
    assertThat(users.candidates(AttributeFilter.all()).size()).isEqualTo(USERS);
    assertThat(users.candidates(AttributeFilter.equalTo("title", "engineer")).size())
        .isEqualTo(USERS);
    assertThat(users.candidates(AttributeFilter.containing("userName", "7")).size())
        .isEqualTo(USERS);
  }

  @Test
  void theIndexFollowsChangesAndRemovals() {
    users.replace(user(7, "renamed", "engineer"));
    users.remove(users.require(new UserId("8")));

    assertThat(users.find("userName", "renamed").id()).isEqualTo(new UserId("7"));
    assertThat(users.candidates(AttributeFilter.equalTo("userName", "name-7")).size()).isZero();
    assertThat(users.candidates(AttributeFilter.equalTo("userName", "name-8")).size()).isZero();
  }

  private static Entity<UserId> user(int number, String name, String title) {
    return new Entity<>(
        new UserId(String.valueOf(number)),
        Attributes.none().with("userName", name).with("title", title),
        AuditDetails.none());
  }
}
