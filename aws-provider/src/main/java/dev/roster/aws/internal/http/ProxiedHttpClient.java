package dev.roster.aws.internal.http;

import dev.roster.spi.HttpProxy;
import dev.roster.spi.ProxySettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * An HTTP client of the SDK for each proxy that is needed, made when it is. Which proxy that is
 * depends on the host, and where requests really go only they tell: the SDK has an endpoint from
 * many places.
 */
public final class ProxiedHttpClient implements SdkHttpClient, KnownProxies {

  private final ProxySettings settings;
  private final Supplier<SdkHttpClient.Builder<?>> builders;
  private final AttributeMap defaults;
  private final String name;
  private final Map<Target, Optional<HttpProxy>> proxies = new ConcurrentHashMap<>();
  private final Map<String, SdkHttpClient> clients = new ConcurrentHashMap<>();

  private ProxiedHttpClient(
      ProxySettings settings,
      Supplier<SdkHttpClient.Builder<?>> builders,
      AttributeMap defaults,
      String name) {
    this.settings = settings;
    this.builders = builders;
    this.defaults = defaults;
    this.name = name;
  }

  /**
   * Builds such a client, whose requests can be aborted.
   *
   * @param settings which proxy to use for which host
   * @param builders makes builders of one kind of client
   * @param made is given the client when it is built
   */
  public static SdkHttpClient.Builder<?> builder(
      ProxySettings settings,
      Supplier<SdkHttpClient.Builder<?>> builders,
      Consumer<SdkHttpClient> made) {
    return new Builder(settings, builders, made);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return client(proxy(request.httpRequest())).prepareRequest(request);
  }

  private Optional<HttpProxy> proxy(SdkHttpRequest request) {
    return proxies.computeIfAbsent(Target.of(request), this::usableProxy);
  }

  private Optional<HttpProxy> usableProxy(Target target) {
    Optional<HttpProxy> proxy = settings.proxyFor(target.address());
    proxy.ifPresent(each -> ProxyConfigurations.requireUsable(each, builders.get()));
    return proxy;
  }

  private SdkHttpClient client(Optional<HttpProxy> proxy) {
    return clients.computeIfAbsent(
        proxy.map(HttpProxy::address).orElse(""), address -> made(proxy.orElse(null)));
  }

  private SdkHttpClient made(@Nullable HttpProxy proxy) {
    return ProxyConfigurations.set(proxy, builders.get()).buildWithDefaults(defaults);
  }

  @Override
  public @Nullable NamedProxy of(SdkHttpRequest request) {
    return proxy(request).map(NamedProxy::of).orElse(null);
  }

  @Override
  public String clientName() {
    return name;
  }

  @Override
  public void close() {
    clients.values().forEach(SdkHttpClient::close);
  }

  /** Where a request goes. Made for each request, so its text is made where it is needed only. */
  private record Target(String protocol, String host, int port) {

    static Target of(SdkHttpRequest request) {
      return new Target(request.protocol(), request.host(), request.port());
    }

    URI address() {
      return URI.create(protocol + "://" + host + ":" + port);
    }
  }

  private record Builder(
      ProxySettings settings,
      Supplier<SdkHttpClient.Builder<?>> builders,
      Consumer<SdkHttpClient> made)
      implements SdkHttpClient.Builder<Builder> {

    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      SdkHttpClient direct =
          ProxyConfigurations.set(null, builders.get()).buildWithDefaults(defaults);
      ProxiedHttpClient client =
          new ProxiedHttpClient(settings, builders, defaults, direct.clientName());
      client.clients.put("", direct);
      SdkHttpClient abortable = new AbortableHttpClient(client, client);
      made.accept(abortable);
      return abortable;
    }
  }
}
