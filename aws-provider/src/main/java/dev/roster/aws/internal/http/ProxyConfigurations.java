package dev.roster.aws.internal.http;

import dev.roster.spi.HttpProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Hands a proxy, or none, to the SDK's HTTP clients, so that they look for no other by themselves:
 * what they look at differs between them. By name and in a class for each, so that any of them may
 * be absent.
 */
public final class ProxyConfigurations {

  private ProxyConfigurations() {}

  /** Whether a client takes a proxy from here. */
  public static boolean areKnownOf(SdkHttpClient.Builder<?> builder) {
    return Kind.of(builder) != Kind.OTHER;
  }

  /**
   * Refuses a proxy that the SDK's client would leave out without a word, to send requests past it.
   *
   * @throws IllegalArgumentException naming the setting and the rule
   */
  public static void requireUsable(HttpProxy proxy, SdkHttpClient.Builder<?> builder) {
    if (Kind.of(builder) != Kind.URL_CONNECTION && !isUsableInUri(proxy)) {
      throw new IllegalArgumentException(
          proxy.setting()
              + " names a proxy whose host the AWS SDK cannot use: it must be an IP address, or a"
              + " name of letters, digits, hyphens and dots (no underscore), the last part of which"
              + " begins with a letter");
    }
  }

  /** The SDK takes the host from a URI, which has none where the name breaks the rules of a URI. */
  private static boolean isUsableInUri(HttpProxy proxy) {
    try {
      return new URI("http://" + proxy.address()).getHost() != null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  static SdkHttpClient.Builder<?> set(@Nullable HttpProxy proxy, SdkHttpClient.Builder<?> builder) {
    return switch (Kind.of(builder)) {
      case APACHE_5 -> Apache5.set(proxy, builder);
      case APACHE_4 -> Apache4.set(proxy, builder);
      case URL_CONNECTION -> new UrlConnection(proxy);
      case OTHER -> builder;
    };
  }

  private enum Kind {
    APACHE_5,
    APACHE_4,
    URL_CONNECTION,
    OTHER;

    static Kind of(SdkHttpClient.Builder<?> builder) {
      String name = builder.getClass().getName();
      if (name.contains(".apache5.")) {
        return APACHE_5;
      }
      if (name.contains(".apache.")) {
        return APACHE_4;
      }
      return name.contains(".urlconnection.") ? URL_CONNECTION : OTHER;
    }
  }

  private static URI uri(HttpProxy proxy) {
    return URI.create("http://" + proxy.address());
  }

  private static final class Apache5 {

    static SdkHttpClient.Builder<?> set(
        @Nullable HttpProxy proxy, SdkHttpClient.Builder<?> builder) {
      var configuration =
          software.amazon.awssdk.http.apache5.ProxyConfiguration.builder()
              .useSystemPropertyValues(false)
              .useEnvironmentVariableValues(false);
      if (proxy != null) {
        configuration.endpoint(uri(proxy));
        proxy.user().ifPresent(configuration::username);
        proxy.password().ifPresent(configuration::password);
        configuration.preemptiveBasicAuthenticationEnabled(proxy.user().isPresent());
      }
      return ((Apache5HttpClient.Builder) builder).proxyConfiguration(configuration.build());
    }
  }

  private static final class Apache4 {

    static SdkHttpClient.Builder<?> set(
        @Nullable HttpProxy proxy, SdkHttpClient.Builder<?> builder) {
      var configuration =
          software.amazon.awssdk.http.apache.ProxyConfiguration.builder()
              .useSystemPropertyValues(false)
              .useEnvironmentVariableValues(false);
      if (proxy != null) {
        configuration.endpoint(uri(proxy));
        proxy.user().ifPresent(configuration::username);
        proxy.password().ifPresent(configuration::password);
        configuration.preemptiveBasicAuthenticationEnabled(proxy.user().isPresent());
      }
      return ((ApacheHttpClient.Builder) builder).proxyConfiguration(configuration.build());
    }
  }

  /** Without a proxy, the SDK's own configuration leaves the choice to the JVM. */
  private record UrlConnection(@Nullable HttpProxy proxy)
      implements SdkHttpClient.Builder<UrlConnection> {

    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return UrlConnectionHttpClient.create(this::connection);
    }

    private HttpURLConnection connection(URI address) {
      try {
        HttpURLConnection connection =
            (HttpURLConnection) address.toURL().openConnection(javaProxy());
        if (proxy != null && proxy.user().isPresent()) {
          authorize(connection, proxy.user().get(), proxy.password().orElse(""));
        }
        return connection;
      } catch (IOException impossible) {
        throw new UncheckedIOException("no connection is opened yet", impossible);
      }
    }

    private Proxy javaProxy() {
      return proxy == null
          ? Proxy.NO_PROXY
          : new Proxy(
              Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
    }

    /** A header would go through a tunnel to the service, and opens none. */
    private static void authorize(HttpURLConnection connection, String user, String password) {
      if (connection instanceof HttpsURLConnection) {
        connection.setAuthenticator(new ProxyLogin(user, password));
      } else {
        String pair = user + ":" + password;
        byte[] octets = pair.getBytes(StandardCharsets.UTF_8);
        connection.setRequestProperty(
            "Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(octets));
      }
    }
  }

  /** Is asked by the JDK after the proxy has demanded credentials, and tells them to no server. */
  private static final class ProxyLogin extends Authenticator {

    private final String user;
    private final String password;

    ProxyLogin(String user, String password) {
      this.user = user;
      this.password = password;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
      return getRequestorType() == RequestorType.PROXY
          ? new PasswordAuthentication(user, password.toCharArray())
          : null;
    }
  }
}
