package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.MEMBERSHIP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.spi.IdRules;
import dev.roster.spi.TextRule;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A name given where an id belongs is called one; it never passes for something absent. */
class NamesForIdsTest {

  private static final GroupId NAME = new GroupId("Platform Admins");

  private final ScriptedDriver driver = new ScriptedDriver().documenting(new Dashed());

  static Stream<Consumer<RosterClient>> callsWithAName() {
    return Stream.of(
        client -> client.createMembership(NAME, USER),
        client -> client.ensureMember(NAME, USER),
        client -> client.isMember(USER, NAME),
        client -> client.findMembership(NAME, USER),
        client -> client.ensureNotMember(NAME, USER),
        client -> client.listMemberships(NAME).pages().iterator().next(),
        client -> client.isMemberInGroups(USER, List.of(GROUP, NAME)),
        client -> client.getMembership(new MembershipId("a name")),
        client -> client.deleteMembership(new MembershipId("a name")),
        client -> client.ensureDeleted(new MembershipId("a name")));
  }

  @ParameterizedTest
  @MethodSource("callsWithAName")
  void aRefusedIdThatMissesItsDocumentedFormIsAnInvalidArgument(Consumer<RosterClient> call) {
    for (String refusal : List.of("NOT_FOUND", "NOT_FOUND:GROUP", "INVALID_ARGUMENT")) {
      driver.then(refusal);
      try (RosterClient client = RosterClient.builder(driver).build()) {
        RosterException error =
            catchThrowableOfType(RosterException.class, () -> call.accept(client));
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(error).hasMessageContaining("this looks like a name");
      }
    }
  }

  @Test
  void anIdOfTheDocumentedFormKeepsTheAnswerOfTheService() {
    driver.then("NOT_FOUND:MEMBERSHIP");
    try (RosterClient client = RosterClient.builder(driver).build()) {
      assertThat(client.findMembership(GROUP, USER)).isEmpty();
    }
  }

  @Test
  void anIdThatTheServiceTakesMayHaveAnyForm() {
    try (RosterClient client = RosterClient.builder(driver).build()) {
      assertThat(client.findMembership(NAME, USER)).contains(MEMBERSHIP);
    }
  }

  /** Ids of one letter, a dash and a number. */
  private static final class Dashed implements IdRules {

    private static void check(String field, String text) {
      TextRule.length(field, 1, 100).matching(Pattern.compile("[a-z]-[0-9]+"), "an id").check(text);
    }

    @Override
    public void check(Operation operation, GroupId group) {
      check("group id", group.value());
    }

    @Override
    public void check(Operation operation, MemberId member) {
      check("member id", member.value());
    }

    @Override
    public void check(Operation operation, MembershipId membership) {
      check("membership id", membership.value());
    }
  }
}
