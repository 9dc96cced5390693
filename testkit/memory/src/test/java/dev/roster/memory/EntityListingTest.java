package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.UserId;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityListingTest {

  private static final int COUNT = 23;
  private static final AttributeFilter SENIOR = AttributeFilter.containing("title", "SENIOR");

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final List<UserId> users = IntStream.range(0, COUNT).mapToObj(this::user).toList();
  private final List<GroupId> groups =
      IntStream.range(0, COUNT)
          .mapToObj(each -> Attributes.none().with("displayName", "Group " + each))
          .map(store.groups()::create)
          .toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 22, 23, 24, 100})
  void everyUserAndGroupIsListedOnceInOrder(int size) {
    assertThat(walkUsers(AttributeFilter.all(), size)).isEqualTo(users);
    assertThat(store.groups().list(AttributeFilter.all(), PageRequest.first(100)).items())
        .extracting(MemoryEntity::id)
        .isEqualTo(groups);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100})
  void aFilterShowsWhatItMatchesAndNoEmptyPageFollows(int size) {
    assertThat(walkUsers(SENIOR, size)).hasSize(8).isSubsetOf(users);
    assertThat(walkUsers(AttributeFilter.matching("none", any -> false), size)).isEmpty();
  }

  @Test
  void aUniqueAttributeFiltersExactly() {
    assertThat(walkUsers(AttributeFilter.equalTo("userName", "user1"), 10))
        .containsExactly(users.get(1));
    assertThat(walkUsers(AttributeFilter.equalTo("userName", "USER1"), 10)).isEmpty();
    assertThat(walkUsers(AttributeFilter.equalTo("emails.value", "2@example.com"), 10))
        .containsExactly(users.get(2));
  }

  @Test
  void anAttributeThatIsNotUniqueFiltersExactlyToo() {
    assertThat(walkUsers(AttributeFilter.equalTo("title", "junior"), 10)).hasSize(15);
    assertThat(walkUsers(AttributeFilter.equalTo("title", "jun"), 10)).isEmpty();
  }

  @Test
  void aTokenIsBoundToItsFilterAndItsListing() {
    String token = token(SENIOR);

    assertRefused(AttributeFilter.all(), token);
    assertRefused(AttributeFilter.containing("title", "senior engineer"), token);
    assertRefused(AttributeFilter.equalTo("title", "SENIOR"), token);
    assertThatExceptionOfType(MemoryStoreException.class)
        .isThrownBy(
            () ->
                store
                    .groups()
                    .list(
                        AttributeFilter.all(), PageRequest.after(5, token(AttributeFilter.all()))));
  }

  @Test
  void tokensThatExpireOnDemandAreRefusedAndLaterOnesAreNot() {
    String before = token(AttributeFilter.all());

    store.expirePageTokens();

    assertRefused(AttributeFilter.all(), before);
    String after = token(AttributeFilter.all());
    assertThat(store.users().list(AttributeFilter.all(), PageRequest.after(5, after)).items())
        .extracting(MemoryEntity::id)
        .isEqualTo(users.subList(5, 10));
  }

  @Test
  void aFilterKeepsItsValueToItself() {
    assertThat(AttributeFilter.equalTo("userName", "alice")).hasToString("AttributeFilter[equal]");
    assertThat(AttributeFilter.all()).hasToString("AttributeFilter[all]");
  }

  private UserId user(int number) {
    return store
        .users()
        .create(
            Attributes.of(
                Map.of(
                    "userName",
                    "user" + number,
                    "title",
                    number % 3 == 0 ? "Senior" : "junior",
                    "emails",
                    List.of(Map.of("value", number + "@example.com")))));
  }

  private List<UserId> walkUsers(AttributeFilter filter, int size) {
    List<UserId> seen = new ArrayList<>();
    Optional<String> token = Optional.empty();
    do {
      RawPage<MemoryEntity<UserId>> page =
          store
              .users()
              .list(
                  filter,
                  token.map(text -> PageRequest.after(size, text)).orElse(PageRequest.first(size)));
      page.items().forEach(user -> seen.add(user.id()));
      token = page.nextToken();
      assertThat(page.items()).hasSizeBetween(token.isPresent() ? size : 0, size);
    } while (token.isPresent());
    return seen;
  }

  private String token(AttributeFilter filter) {
    return store.users().list(filter, PageRequest.first(5)).nextToken().orElseThrow();
  }

  private void assertRefused(AttributeFilter filter, String token) {
    assertThatExceptionOfType(MemoryStoreException.class)
        .isThrownBy(() -> store.users().list(filter, PageRequest.after(5, token)))
        .satisfies(
            refusal ->
                assertThat(refusal.description().code()).isEqualTo(ErrorCode.INVALID_PAGE_TOKEN));
  }
}
