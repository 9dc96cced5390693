package dev.roster.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.directory.ExternalId;
import dev.roster.directory.Group;
import dev.roster.directory.LookupKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service is said to be able to do decides what it is asked. */
class EntryTraitsTest {

  private static final EntryTraits<Group> TRAITS =
      EntryTraits.<Group>builder()
          .lookups(LookupKey.Kind.NAME, LookupWay.DIRECT, LookupWay.LISTING)
          .filter(LookupKey.Kind.NAME, EntryTraits.Filter.FUZZY)
          .lookups(LookupKey.Kind.EXTERNAL_ID, LookupWay.DIRECT)
          .longestDirect(LookupKey.Kind.NAME, 5)
          .longestDirect(LookupKey.Kind.EXTERNAL_ID, 3)
          .idsPerQuery(7)
          .build();

  @ParameterizedTest
  @CsvSource({"five5, 2", "6 long, 1", "🚀🚀1, 2", "🚀🚀🚀, 1"})
  void aKeyThatIsTooLongForALookupIsListed(String name, int ways) {
    assertThat(TRAITS.lookups(LookupKey.groupName(name))).hasSize(ways).contains(LookupWay.LISTING);
  }

  @Test
  void aKeyThatIsTooLongAndHasNoListingHasNoWay() {
    assertThat(TRAITS.lookups(LookupKey.group(new ExternalId("issuer", "123")))).hasSize(1);
    assertThat(TRAITS.lookups(LookupKey.group(new ExternalId("issuer", "1234")))).isEmpty();
  }

  @Test
  void nothingIsPromisedUnlessSaid() {
    EntryTraits<Group> neutral = EntryTraits.<Group>builder().build();

    assertThat(TRAITS.idsPerQuery()).isEqualTo(7);
    assertThat(neutral.idsPerQuery()).isZero();
    assertThat(neutral.lookups(LookupKey.groupName("any"))).isEmpty();
    assertThat(neutral.providerFields()).isFalse();
  }

  @Test
  void aListingThatCannotAnswerIsRefused() {
    EntryTraits.Builder<Group> unfiltered =
        EntryTraits.<Group>builder().lookups(LookupKey.Kind.NAME, LookupWay.LISTING);
    EntryTraits.Builder<Group> notTheLast =
        EntryTraits.<Group>builder()
            .lookups(LookupKey.Kind.NAME, LookupWay.LISTING, LookupWay.DIRECT)
            .filter(LookupKey.Kind.NAME, EntryTraits.Filter.EXACT);

    assertThatThrownBy(unfiltered::build).hasMessageContaining("needs a filter");
    assertThatThrownBy(notTheLast::build).hasMessageContaining("last way");
  }

  @Test
  void impossibleNumbersAreRefused() {
    EntryTraits.Builder<Group> builder = EntryTraits.builder();

    assertThatThrownBy(() -> builder.idsPerQuery(-1)).hasMessageContaining("not -1");
    assertThatThrownBy(() -> builder.longestDirect(LookupKey.Kind.NAME, 0))
        .hasMessageContaining("not 0");
    assertThatThrownBy(() -> builder.largestPage(0)).hasMessageContaining("0");
  }
}
