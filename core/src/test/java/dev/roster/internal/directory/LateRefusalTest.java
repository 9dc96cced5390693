package dev.roster.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Outcome;
import dev.roster.Resource;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An update that cannot be settled fails with the code of what was lost, whenever that shows. */
final class LateRefusalTest {

  private static final FieldChanges<Group> CHANGES =
      FieldChanges.<Group>none().set(GroupFields.DISPLAY_NAME, "Admins");

  private final SkippingTime time = new SkippingTime();

  @ParameterizedTest
  @EnumSource(
      value = ErrorCode.class,
      names = {"NOT_FOUND", "CONFLICT", "ALREADY_EXISTS", "ALREADY_MEMBER"})
  void aRefusalThatComesAtTheDeadlineDoesNotHideTheLostAttempt(ErrorCode refusal) {
    FakeGroups groups = new FakeGroups().with("g-1", "Others").updating(n -> update(n, refusal));
    try (RosterClient client =
        RosterClient.builder(new FakeDriver(groups))
            .timeSource(time)
            .deadline(Duration.ofMinutes(1))
            .build()) {
      RosterException failure =
          catchThrowableOfType(
              RosterException.class,
              () -> client.directory().groups().update(new GroupId("g-1"), CHANGES));

      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    }
  }

  private void update(int attempt, ErrorCode refusal) throws FakeGroups.Refusal {
    if (attempt == 1) {
      throw FakeGroups.Refusal.lost();
    }
    time.pass(Duration.ofMinutes(2));
    throw new FakeGroups.Refusal(refusal, Resource.GROUP);
  }
}
