package dev.roster.examples.proxies;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Says over TLS, in either cloud's words, that a member is in a group, as a host that no name
 * server knows: only through a proxy is it reached.
 */
final class SecureService implements Closeable {

  static final String HOST = "store.roster.test";

  private static final String PASSWORD = "changeit";

  private final Path certificates;
  private final HttpsServer server;
  private final List<String> headerNames = new CopyOnWriteArrayList<>();

  private SecureService(Path certificates) throws IOException, GeneralSecurityException {
    this.certificates = certificates;
    this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(certificates)));
    server.createContext("/", this::respond);
    server.start();
  }

  /** Makes a certificate in a folder with the JDK's own tool. */
  static SecureService start(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve("service.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "service",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + HOST,
                "-ext",
                "san=dns:" + HOST + ",ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool failed: " + said);
    }
    return new SecureService(store);
  }

  private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(file)) {
      keys.load(stream, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What a JVM is started with so that it trusts this service. */
  List<String> trust() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + certificates,
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
        "-Djavax.net.ssl.trustStoreType=PKCS12");
  }

  /** The names of all headers that have come through. */
  List<String> headerNames() {
    return headerNames;
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      headerNames.addAll(exchange.getRequestHeaders().keySet());
      exchange.getRequestBody().readAllBytes();
      boolean aws = exchange.getRequestHeaders().containsKey("X-Amz-Target");
      byte[] body =
          (aws
                  ? "{\"MembershipId\":\"m-1\",\"IdentityStoreId\":\"d-1234567890\"}"
                  : "{\"membership_id\":\"m-1\",\"identity_store_id\":\"d-1234567890\"}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add(aws ? "x-amzn-RequestId" : "X-Request-Id", "r-1");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
