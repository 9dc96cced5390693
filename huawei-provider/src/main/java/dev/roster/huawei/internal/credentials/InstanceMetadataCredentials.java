package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.internal.http.BodyReader;
import dev.roster.huawei.internal.http.InterruptibleCall;
import dev.roster.huawei.internal.http.SingleSend;
import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the temporary keys of a cloud server's agency. Prefers the service's token mode; where
 * that is not supported it goes on without a token, and asks again after a day.
 */
public final class InstanceMetadataCredentials implements HuaweiCredentialsProvider {

  public static final HttpUrl SERVICE = HttpUrl.get("http://169.254.169.254");

  private static final String TOKEN_HEADER = "X-Metadata-Token";
  private static final String TOKEN_LIFE_HEADER = "X-Metadata-Token-Ttl-Seconds";

  /** How long a token is asked for; this and the next two as the service's own SDKs have them. */
  private static final Duration TOKEN_LIFE = Duration.ofHours(6);

  /** How long a service without tokens is not asked for one again. */
  private static final Duration UNSUPPORTED_FOR = Duration.ofHours(24);

  /** For connecting, and for each read: the service is on this machine or nowhere. */
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** One connecting and one reading. */
  private static final Duration CALL_TIMEOUT = TIMEOUT.multipliedBy(2);

  /** A token is replaced that long before its end, so that none ends while a request travels. */
  private static final Duration TOKEN_MARGIN = Duration.ofMinutes(5);

  private static final Set<Integer> TOKEN_MODE_UNSUPPORTED = Set.of(404, 405, 503);

  private final HttpUrl service;
  private final Clock clock;
  private final OkHttpClient client;
  private @Nullable String token;
  private Instant tokenKnownUntil = Instant.MIN;

  public InstanceMetadataCredentials(HttpUrl service, Clock clock) {
    this.service = service;
    this.clock = clock;
    this.client = newClient();
  }

  private static OkHttpClient newClient() {
    OkHttpClient direct =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .proxy(Proxy.NO_PROXY)
            .build();
    OkHttpClient.Builder hardened = SingleSend.harden(direct).newBuilder();
    return hardened.connectTimeout(TIMEOUT).readTimeout(TIMEOUT).callTimeout(CALL_TIMEOUT).build();
  }

  @Override
  public synchronized HuaweiCredentials credentials() {
    try {
      Document document = securityKey();
      if (document.status == 401 && !needsAgency(document)) {
        tokenKnownUntil = Instant.MIN;
        document = securityKey();
      }
      return parse(document);
    } catch (IOException failure) {
      throw missing("no response (%s)".formatted(failure.getClass().getSimpleName()));
    }
  }

  /** A 401 of this kind is not about the token: the server has no agency. */
  private static boolean needsAgency(Document document) {
    return new String(document.body, StandardCharsets.UTF_8).contains("agency");
  }

  private Document securityKey() throws IOException {
    Request.Builder request = new Request.Builder().url(address("/openstack/latest/securitykey"));
    String known = token();
    if (known != null) {
      request.header(TOKEN_HEADER, known);
    }
    return send(request.build());
  }

  private @Nullable String token() throws IOException {
    return clock.instant().isBefore(tokenKnownUntil) ? token : newToken();
  }

  private @Nullable String newToken() throws IOException {
    Document document = send(tokenRequest());
    if (TOKEN_MODE_UNSUPPORTED.contains(document.status)) {
      return remember(null, UNSUPPORTED_FOR);
    }
    if (document.status != 200) {
      throw missing("the token request failed with status " + document.status);
    }
    return remember(tokenIn(document), TOKEN_LIFE.minus(TOKEN_MARGIN));
  }

  private Request tokenRequest() {
    return new Request.Builder()
        .url(address("/meta-data/latest/api/token"))
        .header(TOKEN_LIFE_HEADER, Long.toString(TOKEN_LIFE.toSeconds()))
        .put(RequestBody.create(new byte[0]))
        .build();
  }

  /** OkHttp would quote a token that no header can carry. */
  private static String tokenIn(Document document) {
    try {
      String text = new String(document.body, StandardCharsets.UTF_8).strip();
      return PrintableText.require(text, "metadata token");
    } catch (IllegalArgumentException unusable) {
      throw missing("the token cannot be understood");
    }
  }

  private HttpUrl address(String path) {
    return service.newBuilder().encodedPath(path).build();
  }

  private @Nullable String remember(@Nullable String newToken, Duration life) {
    token = newToken;
    tokenKnownUntil = clock.instant().plus(life);
    return newToken;
  }

  private Document send(Request request) throws IOException {
    return new InterruptibleCall(client.newCall(request))
        .execute(response -> new Document(response.code(), BodyReader.beginning(response.body())));
  }

  private static HuaweiCredentials parse(Document document) {
    if (document.status != 200) {
      throw missing(
          "the request for keys failed with status %d; bind an agency to the server"
              .formatted(document.status));
    }
    try {
      return KeyDocument.OF_IAM.read(document.body);
    } catch (IllegalArgumentException malformed) {
      throw missing("the document with the keys cannot be understood");
    }
  }

  private static MissingCredentialsException missing(String why) {
    return new MissingCredentialsException("instance metadata: " + why);
  }

  private static final class Document {
    private final int status;
    private final byte[] body;

    Document(int status, byte[] body) {
      this.status = status;
      this.body = body;
    }
  }
}
