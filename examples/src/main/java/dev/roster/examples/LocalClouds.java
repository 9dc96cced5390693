package dev.roster.examples;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import dev.roster.memory.FaultScript;
import dev.roster.memory.MemoryIdentityStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Both clouds on this machine: a local server for each, with a group and some people in its store.
 * Each makes its ids in the same order, so the group and the user have the same id in both.
 */
final class LocalClouds implements AutoCloseable {

  private static final int PEOPLE = 5;

  private final Emulator one = emulator("d-1111111111");
  private final Emulator other = emulator("d-2222222222");
  private final LocalKeys keys = LocalKeys.install(one.key());
  private final GroupId group;
  private final UserId user;

  private LocalClouds() {
    this.group = one.store().addGroup();
    this.user = one.store().addUser();
    other.store().addGroup();
    other.store().addUser();
    servers().forEach(this::addPeople);
  }

  static LocalClouds start() {
    return new LocalClouds();
  }

  private static Emulator emulator(String store) {
    return Emulator.builder().store(new MemoryIdentityStore(new IdentityStoreId(store))).start();
  }

  private void addPeople(Emulator server) {
    for (int person = 1; person < PEOPLE; person++) {
      server.store().createMembership(group, server.store().addUser());
    }
  }

  /** One configuration string per cloud. */
  List<String> uris() {
    return uris(keys);
  }

  private List<String> uris(LocalKeys some) {
    return List.of(one.awsUri(), some.forProfileFile(other.huaweiUri()));
  }

  GroupId group() {
    return group;
  }

  UserId user() {
    return user;
  }

  /** What came to the server of a cloud, as its own protocol names it. */
  List<String> journal(String provider) {
    return server(provider).journal().stream()
        .map(entry -> entry.operation() + " " + entry.status())
        .toList();
  }

  FaultScript faults(String provider) {
    return server(provider).store().faults();
  }

  private List<Emulator> servers() {
    return List.of(one, other);
  }

  private Emulator server(String provider) {
    return one.awsUri().startsWith(provider + ":") ? one : other;
  }

  /** Puts the user into the group. */
  void fill() {
    servers().forEach(server -> server.store().createMembership(group, user));
  }

  List<StoreEntry> groupEntries() {
    return uris().stream().map(uri -> new StoreEntry(uri, group.value())).toList();
  }

  List<StoreEntry> userEntries() {
    return uris().stream().map(uri -> new StoreEntry(uri, user.value())).toList();
  }

  /** Runs something with a client whose keys the server has never seen. */
  void withUnknownKeys(String provider, Consumer<RosterClient> action) {
    AccessKey unknown = AccessKey.of("FAKE-KEY-ID-UNKNOWN", "fake-secret-unknown");
    try (LocalKeys stranger = LocalKeys.install(unknown);
        RosterClient client = RosterClient.open(of(provider, uris(stranger)))) {
      action.accept(client);
    }
  }

  /** Runs something with a client whose server is not there. */
  void withServerGone(String provider, Consumer<RosterClient> action) {
    String port = ":" + server(provider).endpoint().getPort();
    String uri = of(provider, uris()).replace(encoded(port), encoded(":" + freePort()));
    try (RosterClient client = RosterClient.open(uri)) {
      action.accept(client);
    }
  }

  private static String of(String provider, List<String> uris) {
    return uris.stream().filter(uri -> uri.startsWith(provider + ":")).findFirst().orElseThrow();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException noPort) {
      throw new UncheckedIOException("no free port on this machine", noPort);
    }
  }

  @Override
  public void close() {
    servers().forEach(Emulator::close);
    keys.close();
  }
}
