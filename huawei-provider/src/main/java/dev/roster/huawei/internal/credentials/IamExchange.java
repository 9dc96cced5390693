package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.internal.http.AttemptTrace;
import dev.roster.huawei.internal.http.BodyReader;
import dev.roster.huawei.internal.http.Endpoint;
import dev.roster.huawei.internal.http.InterruptibleCall;
import dev.roster.huawei.internal.http.SingleSend;
import dev.roster.huawei.internal.http.TransportFailure;
import dev.roster.huawei.internal.http.TransportMessages;
import dev.roster.huawei.internal.http.UserAgent;
import dev.roster.huawei.internal.json.JsonTrees;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.HttpProxy;
import dev.roster.spi.Reach;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Sends requests to IAM or to its STS, each once, and names the service in what goes wrong. */
public final class IamExchange {

  /** Where one thing is exchanged for temporary keys. */
  static final String KEYS_PATH = "/v3.0/OS-CREDENTIAL/securitytokens";

  /**
   * For a whole request: keys are fetched before they are needed, so a longer wait gains little.
   */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final MediaType JSON = MediaType.get("application/json");
  private static final JsonFactory JSON_FACTORY = new JsonFactory();

  /** What may be shown of a refusal; anything else in its place could be a secret. */
  private static final Pattern ERROR_CODE = Pattern.compile("[A-Za-z0-9]{1,16}[.][0-9]{1,8}");

  private final String service;
  private final HttpUrl endpoint;
  private final OkHttpClient client;
  private final TransportFailure transport;

  public IamExchange(String service, HttpUrl endpoint, @Nullable HttpProxy proxy) {
    this.service = service;
    this.endpoint = endpoint;
    this.transport =
        new TransportFailure(new TransportMessages(Endpoint.hostHeader(endpoint), null, proxy));
    this.client =
        SingleSend.newClient(proxy)
            .newBuilder()
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .callTimeout(TIMEOUT)
            .build();
  }

  /** What came back: the status, the beginning of the body, and the header with a token. */
  static final class Document {
    private final int status;
    private final byte[] body;
    private final @Nullable String subjectToken;

    Document(int status, byte[] body, @Nullable String subjectToken) {
      this.status = status;
      this.body = body;
      this.subjectToken = subjectToken;
    }

    @Nullable String subjectToken() {
      return subjectToken;
    }
  }

  HttpUrl endpoint() {
    return endpoint;
  }

  static byte[] object(Consumer<JsonGenerator> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON_FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      fields.accept(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** The keys of a response to a request for them. */
  HuaweiCredentials keys(
      String what, String path, byte[] body, Map<String, String> headers, KeyDocument form) {
    Document document = post(what, path, body, headers);
    try {
      return form.read(document.body);
    } catch (IllegalArgumentException malformed) {
      throw missing(what, String.valueOf(malformed.getMessage()));
    }
  }

  Document post(String what, String path, byte[] body, Map<String, String> headers) {
    Request.Builder request =
        new Request.Builder()
            .url(endpoint.newBuilder().encodedPath(path).build())
            .header("User-Agent", UserAgent.VALUE)
            .post(RequestBody.create(body, JSON));
    headers.forEach(request::header);
    Call call = client.newCall(request.build());
    AttemptTrace trace = new AttemptTrace();
    call.addEventListener(trace);
    try {
      Document document = new InterruptibleCall(call).execute(IamExchange::document);
      if (document.status / 100 != 2) {
        throw missing(what, "%s responded with %s".formatted(service, refusal(document)));
      }
      return document;
    } catch (IOException failure) {
      throw missing(what, "no response of %s: %s".formatted(service, fact(failure, trace)));
    }
  }

  /** After something was sent, the words of a library could quote it. */
  private String fact(IOException failure, AttemptTrace trace) {
    ErrorDescription described = transport.describe(failure, trace).description();
    return described.reach() == Reach.NOT_SENT
        ? described.message().orElse("")
        : "the exchange with %s broke off (%s)"
            .formatted(endpoint.host(), failure.getClass().getSimpleName());
  }

  private static String refusal(Document document) {
    String code = JsonTrees.read(document.body).path("error_code").stringValue("");
    String shown = ERROR_CODE.matcher(code).matches() ? " (" + code + ")" : "";
    return "status " + document.status + shown;
  }

  private static Document document(Response response) throws IOException {
    return new Document(
        response.code(), BodyReader.beginning(response.body()), response.header("X-Subject-Token"));
  }

  static MissingCredentialsException missing(String what, String why) {
    return new MissingCredentialsException(what + ": " + why);
  }
}
