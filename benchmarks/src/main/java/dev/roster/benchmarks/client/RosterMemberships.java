package dev.roster.benchmarks.client;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.Page;
import dev.roster.Pager;
import dev.roster.RosterClient;
import dev.roster.UserId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Roster, opened by a configuration string. */
public final class RosterMemberships implements BenchmarkedClient {

  private static final GroupId GROUP = new GroupId(Ids.group());

  private final RosterClient client;
  private final UnaryOperator<Pager<Membership>> reading;

  private RosterMemberships(RosterClient client, UnaryOperator<Pager<Membership>> reading) {
    this.client = client;
    this.reading = reading;
  }

  /** With the credentials of the environment. */
  static RosterMemberships aws(URI endpoint) {
    return open("aws://%s?region=eu-west-1&endpoint=%s", endpoint);
  }

  /** With the credentials of the environment. */
  static RosterMemberships huawei(URI endpoint) {
    return open("huawei://%s?endpoint=%s", endpoint);
  }

  private static RosterMemberships open(String uri, URI endpoint) {
    String escaped = URLEncoder.encode(endpoint.toString(), StandardCharsets.UTF_8);
    RosterClient client = RosterClient.open(uri.formatted(Ids.STORE, escaped));
    return new RosterMemberships(client, UnaryOperator.identity());
  }

  RosterMemberships readingAhead() {
    return new RosterMemberships(client, Pager::withReadAhead);
  }

  /** For runs that use more than one call can do. */
  public RosterClient memberships() {
    return client;
  }

  @Override
  public void create(int number) {
    client.createMembership(GROUP, new UserId(Ids.user(number)));
  }

  @Override
  public int list(Runnable afterPage) {
    int members = 0;
    for (Page<Membership> page : reading.apply(client.listMemberships(GROUP)).pages()) {
      members += page.items().size();
      afterPage.run();
    }
    return members;
  }

  @Override
  public void close() {
    client.close();
  }
}
