package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultKindTest {

  /** Several faults lead to each of these, or to one that names more than the fault. */
  private static final Set<ErrorCode> SHARED =
      EnumSet.of(
          ErrorCode.UNAVAILABLE,
          ErrorCode.INVALID_RESPONSE,
          ErrorCode.TIMEOUT,
          ErrorCode.INVALID_PAGE_TOKEN);

  @Test
  void aFaultWithACodeOfItsOwnHasTheNameOfThatCode() {
    assertThat(FaultKind.values())
        .filteredOn(kind -> !SHARED.contains(kind.code()))
        .isNotEmpty()
        .allSatisfy(kind -> assertThat(kind.name()).isEqualTo(kind.code().name()));
  }

  @Test
  void noFaultHasTheNameOfAnotherCode() {
    Set<String> codes =
        Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toSet());

    assertThat(FaultKind.values())
        .filteredOn(kind -> codes.contains(kind.name()))
        .allSatisfy(kind -> assertThat(kind.code().name()).isEqualTo(kind.name()));
  }
}
