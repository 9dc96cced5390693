package dev.roster.campaign.client;

import dev.roster.campaign.weather.AttemptKey;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.AttributeMap;

/** One of the SDK's HTTP clients, whose requests say which attempt they are. */
public final class AwsTransport implements SdkHttpClient {

  private final SdkHttpClient client;
  private final Network network;

  private AwsTransport(SdkHttpClient client, Network network) {
    this.client = client;
    this.network = network;
  }

  static SdkHttpClient.Builder<?> builder(SdkHttpClient.Builder<?> builder, Network network) {
    return new Builder(builder, network);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    AttemptKey key = network.sending();
    return client.prepareRequest(key == null ? request : marked(request, key));
  }

  private HttpExecuteRequest marked(HttpExecuteRequest request, AttemptKey key) {
    SdkHttpRequest marked =
        request
            .httpRequest()
            .copy(
                copy ->
                    copy.putHeader(AttemptKey.HEADER, key.toString()).port(network.portFor(key)));
    return HttpExecuteRequest.builder()
        .request(marked)
        .contentStreamProvider(request.contentStreamProvider().orElse(null))
        .metricCollector(request.metricCollector().orElse(null))
        .build();
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }

  private static final class Builder implements SdkHttpClient.Builder<Builder> {

    private final SdkHttpClient.Builder<?> builder;
    private final Network network;

    Builder(SdkHttpClient.Builder<?> builder, Network network) {
      this.builder = builder;
      this.network = network;
    }

    @Override
    public SdkHttpClient buildWithDefaults(@Nullable AttributeMap defaults) {
      return new AwsTransport(builder.buildWithDefaults(defaults), network);
    }
  }
}
