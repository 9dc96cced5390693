package dev.roster;

import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.call.CallSubject;
import dev.roster.spi.IdRules;
import dev.roster.spi.InvalidInputException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Calls whose arguments are checked before anything is sent. */
record CheckedCalls(CallPipeline pipeline, CallOptions options) {

  <T> T make(
      String name, Supplier<String> subject, Consumer<IdRules> check, CallPipeline.Body<T> body) {
    check(name, check);
    return pipeline.call(name, new CallSubject(subject, check), options, body);
  }

  void check(String name, Consumer<IdRules> check) {
    try {
      check.accept(pipeline.driver().idRules());
    } catch (InvalidInputException broken) {
      throw pipeline.invalid(name, broken);
    }
  }

  static Supplier<String> pair(GroupId group, MemberId member) {
    return () -> "member %s in group %s".formatted(member, group);
  }

  static void check(IdRules rules, Operation operation, GroupId group, MemberId member) {
    rules.check(operation, Objects.requireNonNull(group, "group must not be null"));
    rules.check(operation, member(member));
  }

  static void check(IdRules rules, Operation operation, MembershipId membership) {
    rules.check(operation, Objects.requireNonNull(membership, "membership must not be null"));
  }

  static MemberId member(MemberId member) {
    return Objects.requireNonNull(member, "member must not be null");
  }

  static GroupId group(GroupId group) {
    return Objects.requireNonNull(group, "groups must not contain null");
  }
}
