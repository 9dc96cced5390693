package dev.roster.examples;

import dev.roster.CallOptions;
import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.FaultScript;
import java.io.PrintStream;
import java.time.Duration;

/**
 * What a caller sees when things go wrong: a throttled server, a lost response, a service that is
 * gone, a bad credential, bad input. Offline, against a local server that it starts itself, over
 * both clouds' protocols.
 */
final class FaultTour {

  private final LocalClouds clouds;
  private final RosterClient client;
  private final PrintStream out;

  private FaultTour(LocalClouds clouds, RosterClient client, PrintStream out) {
    this.clouds = clouds;
    this.client = client;
    this.out = out;
  }

  /**
   * Runs the program.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    try (LocalClouds clouds = LocalClouds.start()) {
      for (String uri : clouds.uris()) {
        tour(clouds, uri, System.out);
      }
    }
  }

  static void tour(LocalClouds clouds, String uri, PrintStream out) {
    out.printf("%n%s%n", uri.substring(0, uri.indexOf('?')));
    try (RosterClient client = RosterClient.builder(uri).listener(new WireLog(out)).build()) {
      new FaultTour(clouds, client, out).run();
    }
  }

  private void run() {
    GroupId group = clouds.group();
    UserId user = clouds.user();
    throttled(group, user);
    lostResponse(group, user);
    lostForGood(group, user);
    badInput(user);
    badCredential(group, user);
    unplugged(group, user);
  }

  private void throttled(GroupId group, UserId user) {
    say("The server says three times that it is throttled, then answers:");
    faults()
        .on(Operation.CREATE_MEMBERSHIP)
        .next(Fault.throttle(), Fault.throttle(), Fault.throttle());
    say("the caller sees: " + client.ensureMember(group, user).presence());
    client.ensureNotMember(group, user);
  }

  private void lostResponse(GroupId group, UserId user) {
    say("The response to a create is lost after the change was made:");
    faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.of(FaultKind.RESPONSE_LOST));
    say("the caller sees the membership: " + client.createMembership(group, user).membershipId());
    client.ensureNotMember(group, user);
  }

  private void lostForGood(GroupId group, UserId user) {
    say("Every request is lost, the read-back too:");
    faults().onAnyOperation().always(Fault.of(FaultKind.REQUEST_LOST));
    CallOptions hurried = CallOptions.defaults().withDeadline(Duration.ofSeconds(5));
    failing(() -> client.with(hurried).createMembership(group, user));
    faults().clear();
  }

  private void badInput(UserId user) {
    say("An id that is too long; nothing is sent:");
    failing(() -> client.createMembership(new GroupId("g".repeat(65)), user));
  }

  private void badCredential(GroupId group, UserId user) {
    say("A key that the service does not know:");
    clouds.withUnknownKeys(
        client.provider(), stranger -> failing(() -> stranger.findMembership(group, user)));
  }

  private void unplugged(GroupId group, UserId user) {
    say("A server that is not there:");
    CallOptions hurried = CallOptions.defaults().withDeadline(Duration.ofSeconds(5));
    clouds.withServerGone(
        client.provider(), gone -> failing(() -> gone.with(hurried).createMembership(group, user)));
  }

  private void failing(Runnable call) {
    try {
      call.run();
      throw new IllegalStateException("a call succeeded that should have failed");
    } catch (RosterException failure) {
      say("the caller sees " + failure.code() + ", outcome " + failure.outcome() + ":");
      say(failure.getMessage());
    }
  }

  private FaultScript faults() {
    return clouds.faults(client.provider());
  }

  private void say(String line) {
    out.println("  " + line);
  }
}
