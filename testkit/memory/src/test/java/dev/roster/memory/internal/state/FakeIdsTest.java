package dev.roster.memory.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeIdsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 10, 500_000, (1L << 48) - 1})
  void anIdentifierHasTheFormOfAUuidAndLeadsBackToItsNumber(long number) {
    String id = FakeIds.MEMBERSHIPS.of(number);

    assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(FakeIds.MEMBERSHIPS.number(id)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "made-elsewhere",
        "fa4e0002-0000-4000-8000-000000000001",
        "fa4e0001-0000-4000-8000-00000000001",
        "fa4e0001-0000-4000-8000-0000000000001",
        "fa4e0001-0000-4000-8000-00000000000A",
        "fa4e0001-0000-4000-8000-00000000000x"
      })
  void anotherIdentifierHasNoNumber(String id) {
    assertThat(FakeIds.MEMBERSHIPS.number(id)).isEmpty();
  }
}
