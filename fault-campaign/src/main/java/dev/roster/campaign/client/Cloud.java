package dev.roster.campaign.client;

import dev.roster.IdentityStoreId;
import dev.roster.aws.AwsDrivers;
import dev.roster.campaign.proxy.AwsDialect;
import dev.roster.campaign.proxy.Dialect;
import dev.roster.campaign.proxy.HuaweiDialect;
import dev.roster.campaign.weather.AttemptKey;
import dev.roster.campaign.weather.Dice;
import dev.roster.emulator.AccessKey;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiDrivers;
import dev.roster.spi.MembershipDriver;
import java.net.URI;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The providers of the campaign. */
public enum Cloud {
  AWS {
    @Override
    public Connection connect(Network network, AccessKey key, Dice dice) {
      SdkHttpClient.Builder<?> transport =
          dice.chance(0.6) ? Apache5HttpClient.builder() : UrlConnectionHttpClient.builder();
      MembershipDriver driver =
          AwsDrivers.builder()
              .identityStoreId(STORE)
              .region("eu-west-1")
              .endpoint(endpoint(network))
              .credentialsProvider(new AwsKeys(key.id(), SECRET, network))
              .httpClientBuilder(AwsTransport.builder(transport, network))
              .build();
      return new Connection(driver, () -> {});
    }

    @Override
    public Dialect dialect() {
      return new AwsDialect();
    }
  },

  HUAWEI {
    @Override
    public Connection connect(Network network, AccessKey key, Dice dice) {
      OkHttpClient shared =
          new OkHttpClient.Builder().addInterceptor(chain -> marked(chain, network)).build();
      HuaweiCredentials keys = HuaweiCredentials.of(key.id(), SECRET);
      MembershipDriver driver =
          HuaweiDrivers.builder()
              .identityStoreId(STORE)
              .endpoint(endpoint(network))
              .credentialsProvider(() -> huaweiKeys(keys, network))
              .httpClient(shared)
              .build();
      return new Connection(driver, () -> end(shared));
    }

    @Override
    public Dialect dialect() {
      return new HuaweiDialect();
    }
  };

  /** Signs nothing that counts. */
  public static final String SECRET = "fakeSecretKeyOfTheFaultCampaign000000001";

  /** Of a length that both clouds know. */
  public static final IdentityStoreId STORE = new IdentityStoreId("d-1234567890");

  /**
   * A driver, and what has to be ended behind it.
   *
   * @param driver the driver
   * @param end ends what the driver shares with others
   */
  public record Connection(MembershipDriver driver, Runnable end) {}

  public abstract Connection connect(Network network, AccessKey key, Dice dice);

  public abstract Dialect dialect();

  private static URI endpoint(Network network) {
    return URI.create("http://127.0.0.1:" + network.port());
  }

  private static Response marked(Interceptor.Chain chain, Network network)
      throws java.io.IOException {
    AttemptKey key = network.sending();
    Request request = chain.request();
    return chain.proceed(key == null ? request : marked(request, key, network));
  }

  private static Request marked(Request request, AttemptKey key, Network network) {
    return request
        .newBuilder()
        .header(AttemptKey.HEADER, key.toString())
        .url(request.url().newBuilder().port(network.portFor(key)).build())
        .header("Host", "127.0.0.1:" + network.port())
        .build();
  }

  @SuppressWarnings("NullAway") // A provider that breaks its promise gives null.
  private static HuaweiCredentials huaweiKeys(HuaweiCredentials keys, Network network) {
    Dice dice = network.lackOfCredentials();
    if (dice == null) {
      return keys;
    }
    if (dice.chance(0.5)) {
      throw new IllegalStateException("the key ring is locked");
    }
    return null;
  }

  private static void end(OkHttpClient shared) {
    shared.dispatcher().executorService().shutdown();
    shared.connectionPool().evictAll();
  }
}
