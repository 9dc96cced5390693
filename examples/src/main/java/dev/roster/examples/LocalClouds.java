package dev.roster.examples;

import dev.roster.GroupId;
import dev.roster.MembershipClient;
import dev.roster.UserId;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import dev.roster.memory.FaultScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Both clouds on this machine: a local server with a group and some people in its store. */
final class LocalClouds implements AutoCloseable {

  private static final int PEOPLE = 5;

  private final Emulator emulator;
  private final LocalKeys keys;
  private final GroupId group;
  private final UserId user;

  private LocalClouds(Emulator emulator) {
    this.emulator = emulator;
    this.keys = LocalKeys.install(emulator.key());
    this.group = emulator.store().addGroup();
    this.user = emulator.store().addUser();
  }

  static LocalClouds start() {
    return new LocalClouds(Emulator.start());
  }

  /** One configuration string per cloud, both for the same store. */
  List<String> uris() {
    return uris(keys);
  }

  private List<String> uris(LocalKeys some) {
    return List.of(emulator.awsUri(), some.forProfileFile(emulator.huaweiUri()));
  }

  GroupId group() {
    return group;
  }

  UserId user() {
    return user;
  }

  FaultScript faults() {
    return emulator.store().faults();
  }

  /** Puts people into the group, the user among them. */
  void fill() {
    emulator.store().createMembership(group, user);
    for (int person = 1; person < PEOPLE; person++) {
      emulator.store().createMembership(group, emulator.store().addUser());
    }
  }

  List<StoreEntry> groupEntries() {
    return uris().stream().map(uri -> new StoreEntry(uri, group.value())).toList();
  }

  List<StoreEntry> userEntries() {
    return uris().stream().map(uri -> new StoreEntry(uri, user.value())).toList();
  }

  /** Runs something with a client whose keys the server has never seen. */
  void withUnknownKeys(String provider, Consumer<MembershipClient> action) {
    AccessKey unknown = AccessKey.of("FAKE-KEY-ID-UNKNOWN", "fake-secret-of-nobody");
    try (LocalKeys stranger = LocalKeys.install(unknown);
        MembershipClient client = MembershipClient.open(of(provider, uris(stranger)))) {
      action.accept(client);
    }
  }

  /** Runs something with a client whose server is not there. */
  void withServerGone(String provider, Consumer<MembershipClient> action) {
    String port = ":" + emulator.endpoint().getPort();
    String uri = of(provider, uris()).replace(encoded(port), encoded(":" + freePort()));
    try (MembershipClient client = MembershipClient.open(uri)) {
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
    emulator.close();
    keys.close();
  }
}
