package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications' tests make pagers and pages that behave as a service's. */
class GivenPagesTest {

  private static List<Integer> items(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @ParameterizedTest
  @CsvSource({"0, 100, 1", "1, 1, 1", "5, 2, 3", "100, 100, 1", "101, 100, 2", "250, 100, 3"})
  void aPagerOfAListHasItsItemsInPages(int count, int pageSize, int pages) {
    Pager<Integer> pager = Pager.of(items(count)).withPageSize(pageSize);
    assertThat(pager).containsExactlyElementsOf(items(count));
    assertThat(pager.withReadAhead()).containsExactlyElementsOf(items(count));
    assertThat(pager.pages()).hasSize(pages);
  }

  @Test
  void itGoesOnFromEachOfItsTokens() {
    Pager<Integer> pager = Pager.of(items(7)).withPageSize(3);
    List<Integer> seen = new ArrayList<>();
    Page<Integer> page = pager.pages().iterator().next();
    seen.addAll(page.items());
    while (page.next().isPresent()) {
      page = pager.startingAt(page.next().get()).pages().iterator().next();
      seen.addAll(page.items());
    }
    assertThat(seen).containsExactlyElementsOf(items(7));
    assertThat(pager.withLimit(4)).hasSize(4);
  }

  @Test
  void aTokenOfAnotherListingIsRefused() {
    RosterException refused =
        catchThrowableOfType(
            RosterException.class, () -> Pager.of(items(3)).startingAt(new PageToken("nonsense")));
    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_PAGE_TOKEN);
  }

  @Test
  void aPageCanBeMade() {
    PageToken next = new PageToken("next");
    assertThat(Page.of(items(2), next).items()).containsExactly(0, 1);
    assertThat(Page.of(items(2), next).next()).contains(next);
    assertThat(Page.last(items(0)).next()).isEmpty();
    Iterator<Integer> left = Page.last(items(1)).items().iterator();
    assertThat(left.next()).isZero();
  }
}
