package dev.roster.examples.proxies;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A proxy that the machine has installed, as a process with a configuration of its own. */
final class InstalledProxy implements Closeable {

  private final Process process;
  private final int port;

  private InstalledProxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Permits tunnels to one port. */
  static InstalledProxy tinyproxy(Path folder, int permitted) throws IOException {
    int port = freePort();
    Path configuration = folder.resolve("tinyproxy.conf");
    Files.writeString(
        configuration,
        """
        Port %d
        Listen 127.0.0.1
        Timeout 60
        Allow 127.0.0.1
        ConnectPort %d
        """
            .formatted(port, permitted));
    return started(
        port, "Accepting connections", "tinyproxy", "-d", "-c", configuration.toString());
  }

  /** Permits tunnels for one user; knows the address of one host by itself. */
  static InstalledProxy squid(Path folder, String user, String password) throws IOException {
    int port = freePort();
    // It changes to a user of its own, who must be able to read what it is started with.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path hosts =
        Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + SecureService.HOST + "\n");
    Path login =
        Files.writeString(
            folder.resolve("login.sh"),
            "while read -r pair; do [ \"$pair\" = '%s %s' ] && echo OK || echo ERR; done\n"
                .formatted(user, password));
    Path configuration = folder.resolve("squid.conf");
    Files.writeString(
        configuration,
        """
        http_port 127.0.0.1:%d
        hosts_file %s
        auth_param basic program /bin/sh %s
        auth_param basic realm test
        acl known proxy_auth REQUIRED
        http_access allow known
        http_access deny all
        cache deny all
        access_log none
        cache_log /dev/null
        pid_filename none
        shutdown_lifetime 0 seconds
        """
            .formatted(port, hosts, login));
    return started(
        port,
        "Accepting HTTP Socket connections",
        "squid",
        "-N",
        "-d",
        "1",
        "-f",
        configuration.toString());
  }

  private static InstalledProxy started(int port, String ready, String... command)
      throws IOException {
    assumeTrue(
        isInstalled(command[0]), command[0] + " is not installed: apt-get install " + command[0]);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.contains(ready)) {
        return new InstalledProxy(process, port);
      }
    }
    throw new IOException(command[0] + " did not start: " + said);
  }

  private static boolean isInstalled(String program) {
    return Stream.concat(
            Stream.of(System.getenv().getOrDefault("PATH", "").split(":")),
            List.of("/usr/sbin").stream())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  String authority() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
