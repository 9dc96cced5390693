package dev.roster.huawei;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import dev.roster.memory.MemoryIdentityStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The signature covers all that counts: what is changed on the way is refused. */
class TamperedRequestTest {

  private static final String SECRET_KEY = "fakeSecretKeyOfTheTamperedRequests000001";
  private static final String SECURITY_TOKEN = "fakeSecurityTokenOfTamperedRequests001";

  /** What may be changed on the way. */
  enum Change {
    BODY {
      @Override
      Request apply(Request signed) throws IOException {
        Buffer body = new Buffer();
        Objects.requireNonNull(signed.body()).writeTo(body);
        String changed = body.readUtf8().replace("fa4e", "fa4f");
        return signed.newBuilder().post(RequestBody.create(changed.getBytes(UTF_8))).build();
      }
    },
    QUERY {
      @Override
      Request apply(Request signed) {
        HttpUrl longer = signed.url().newBuilder().addQueryParameter("limit", "1").build();
        return signed.newBuilder().url(longer).build();
      }
    },
    SECURITY_TOKEN {
      @Override
      Request apply(Request signed) {
        return signed.newBuilder().header("X-Security-Token", "fakeTokenOfAnother").build();
      }
    };

    abstract Request apply(Request signed) throws IOException;
  }

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-a00aaaa33f"));
  private final Emulator emulator =
      Emulator.builder()
          .store(store)
          .key(AccessKey.temporary("FAKEAK00TAMPERED0001", SECRET_KEY, SECURITY_TOKEN))
          .start();

  @AfterEach
  void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @EnumSource
  void aChangedRequestIsRefusedAndChangesNothing(Change change) {
    RosterException error;
    try (RosterClient client = client(chain -> chain.proceed(change.apply(chain.request())))) {
      error =
          catchThrowableOfType(
              RosterException.class,
              () -> client.createMembership(store.addGroup(), store.addUser()));
    }

    assertThat(error.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
    assertThat(error.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(error.getMessage()).doesNotContain(SECRET_KEY, SECURITY_TOKEN);
    assertThat(store.membershipCount()).isZero();
    assertThat(store.requests().of(Operation.CREATE_MEMBERSHIP)).isZero();
  }

  private RosterClient client(Interceptor onTheWay) {
    return RosterClient.builder(
            HuaweiDrivers.builder()
                .identityStoreId(store.identityStoreId())
                .endpoint(emulator.endpoint())
                .credentials(
                    HuaweiCredentials.of(emulator.key().id(), SECRET_KEY)
                        .withSecurityToken(SECURITY_TOKEN))
                .httpClient(new OkHttpClient.Builder().addNetworkInterceptor(onTheWay).build())
                .build())
        .deadline(Duration.ofSeconds(20))
        .build();
  }
}
