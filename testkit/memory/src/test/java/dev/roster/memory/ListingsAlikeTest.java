package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Page;
import dev.roster.PageToken;
import dev.roster.Pager;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is true of one listing is true of all: of memberships, of users and of groups. */
class ListingsAlikeTest {

  private static final int ITEMS = 7;

  private enum Kind {
    OF_GROUP("listMemberships"),
    OF_MEMBER("listMembershipsForMember"),
    USERS("listUsers"),
    GROUPS("listGroups");

    private final String method;

    Kind(String method) {
      this.method = method;
    }
  }

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final RosterClient client = RosterClient.builder(MemoryMemberships.driver(store)).build();
  private final List<GroupId> groups =
      IntStream.range(0, ITEMS).mapToObj(each -> store.addGroup()).toList();
  private final List<UserId> users =
      IntStream.range(0, ITEMS).mapToObj(each -> store.addUser()).toList();

  ListingsAlikeTest() {
    users.forEach(user -> store.createMembership(groups.get(0), user));
    groups.stream().skip(1).forEach(group -> store.createMembership(group, users.get(0)));
  }

  private Pager<?> pager(Kind kind) {
    Pager<?> whole =
        switch (kind) {
          case OF_GROUP -> client.listMemberships(groups.get(0));
          case OF_MEMBER -> client.listMembershipsForMember(users.get(0));
          case USERS -> client.directory().users().list();
          case GROUPS -> client.directory().groups().list();
        };
    return whole.withPageSize(3);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @ParameterizedTest
  @EnumSource
  void readAheadShowsTheSameItemsInAsManyRequests(Kind kind) {
    List<Object> plain = new ArrayList<>();
    pager(kind).forEach(plain::add);
    long requests = store.requests().total();
    List<Object> ahead = new ArrayList<>();
    pager(kind).withReadAhead().forEach(ahead::add);
    assertThat(plain).hasSize(ITEMS);
    assertThat(ahead).isEqualTo(plain);
    assertThat(requests).isEqualTo(3);
    assertThat(store.requests().total()).isEqualTo(2 * requests);
  }

  @ParameterizedTest
  @EnumSource
  void aPageTokenOfOneIsRefusedByTheOthers(Kind kind) {
    Page<?> page = pager(kind).pages().iterator().next();
    PageToken token = page.next().orElseThrow();
    for (Kind other : Kind.values()) {
      if (other != kind) {
        RosterException failure =
            catchThrowableOfType(
                RosterException.class,
                () -> pager(other).startingAt(token).iterator().next().hashCode());
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_PAGE_TOKEN);
        assertThat(failure.operation()).isEqualTo(other.method);
      }
    }
    assertThat(store.requests().total()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aClosedClientFailsItByTheNameOfItsMethod(Kind kind) {
    Pager<?> open = pager(kind);
    client.close();
    RosterException failure =
        catchThrowableOfType(RosterException.class, () -> open.iterator().next().hashCode());
    assertThat(failure.code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    assertThat(failure.operation()).isEqualTo(kind.method);
  }
}
