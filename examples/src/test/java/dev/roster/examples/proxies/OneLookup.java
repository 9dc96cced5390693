package dev.roster.examples.proxies;

import dev.roster.CallOptions;
import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import java.time.Duration;

/** Looks up one membership with nothing but a configuration string, and prints what came of it. */
final class OneLookup {

  private OneLookup() {}

  /** Takes the configuration string. */
  public static void main(String[] arguments) {
    CallOptions options = CallOptions.defaults().withDeadline(Duration.ofSeconds(20));
    try (RosterClient client = RosterClient.open(arguments[0])) {
      System.out.println(
          client.with(options).findMembership(new GroupId("g-1"), new UserId("u-1")).isPresent());
    } catch (RosterException failure) {
      System.out.println(failure.outcome() + " " + failure.getMessage());
    }
  }
}
