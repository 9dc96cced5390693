package dev.roster.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Outcome;
import dev.roster.Resource;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.GroupFields;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A create whose response was lost is settled by what is there, and by nothing else. */
final class LostCreateTest {

  private final FakeGroups groups =
      new FakeGroups()
          .creating(
              attempt -> {
                throw FakeGroups.Refusal.lost();
              });

  private CreatedEntry<GroupId> create() {
    try (RosterClient client =
        RosterClient.builder(new FakeDriver(groups))
            .timeSource(new SkippingTime())
            .deadline(Duration.ofMinutes(1))
            .build()) {
      return client.directory().groups().create(GroupFields.named("Admins"));
    }
  }

  private static void missing(int read) throws FakeGroups.Refusal {
    throw new FakeGroups.Refusal(ErrorCode.NOT_FOUND, Resource.GROUP);
  }

  @Test
  void whatIsDeletedBetweenTheLookupAndItsReadIsNotSettled() {
    groups
        .with("g-1", "Admins")
        .reading(
            read -> {
              groups.without("g-1");
              missing(read);
            });
    RosterException failure = catchThrowableOfType(RosterException.class, this::create);
    assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aNameWhoseEntryIsNeverThereIsNotSettled() {
    groups.with("g-1", "Admins").reading(LostCreateTest::missing);
    RosterException failure = catchThrowableOfType(RosterException.class, this::create);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void whereNothingIsFoundByANameALostCreateIsUnknown() {
    groups.withoutLookups();
    RosterException failure = catchThrowableOfType(RosterException.class, this::create);
    assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorCode.class,
      names = {"CONFLICT", "ALREADY_EXISTS", "ALREADY_MEMBER"})
  void whereNothingIsFoundByANameARefusalSaysNothingOfTheLostCreate(ErrorCode second) {
    groups
        .withoutLookups()
        .creating(
            attempt -> {
              throw attempt == 1
                  ? FakeGroups.Refusal.lost()
                  : new FakeGroups.Refusal(second, Resource.UNSPECIFIED);
            });
    RosterException failure = catchThrowableOfType(RosterException.class, this::create);
    assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void whereNothingIsFoundByANameAConflictStaysOne() {
    groups
        .withoutLookups()
        .creating(
            attempt -> {
              throw new FakeGroups.Refusal(ErrorCode.CONFLICT, Resource.UNSPECIFIED);
            });
    RosterException failure = catchThrowableOfType(RosterException.class, this::create);
    assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
  }

  @Test
  void anotherEntryThatHasTheNameByThenIsTheOneThatCounts() {
    groups
        .with("g-1", "Admins")
        .reading(
            read -> {
              if (read == 1) {
                groups.without("g-1").with("g-2", "Admins");
                missing(read);
              }
            });
    assertThat(create().id()).isEqualTo(new GroupId("g-2"));
  }

  @Test
  void anEntryThatTheReadsSeeLaterIsSettled() {
    groups
        .with("g-1", "Admins")
        .reading(
            read -> {
              if (read < 4) {
                missing(read);
              }
            });
    assertThat(create().id()).isEqualTo(new GroupId("g-1"));
    assertThat(groups.asked).containsSubsequence("DIRECT", "get", "DIRECT", "get", "DIRECT");
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorCode.class,
      names = {"ACCESS_DENIED", "UNAVAILABLE", "TIMEOUT"})
  void whatWasFoundAndCannotBeReadIsSettledByItsName(ErrorCode code) {
    groups
        .with("g-1", "Admins")
        .reading(
            read -> {
              throw new FakeGroups.Refusal(code, Resource.UNSPECIFIED);
            });
    assertThat(create().wasSettled()).isTrue();
    assertThat(groups.asked.stream().filter("DIRECT"::equals)).hasSize(1);
  }
}
