package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.IdentityStoreId;
import dev.roster.memory.ManualTime;
import dev.roster.memory.MemoryIdentityStore;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottlingTest {

  private static final String USERS = "/v1/identity-stores/d-1234567890/is-member-in-groups";

  private final ManualTime time = new ManualTime();

  @Test
  void allOperationsOfAllStoresInBothProtocolsTakeFromOneBucket() throws Exception {
    MemoryIdentityStore one = new MemoryIdentityStore(new IdentityStoreId("d-0000000001"));
    MemoryIdentityStore other = new MemoryIdentityStore(new IdentityStoreId("d-0000000002"));
    try (Emulator emulator = throttled(3).store(one).store(other).start()) {
      PlainClient client = new PlainClient(emulator);
      String group = one.addGroup().value();

      assertThat(client.list("d-0000000001", group).statusCode()).isEqualTo(200);
      assertThat(client.list("d-0000000002", group).body()).contains("ResourceNotFound");
      assertThat(client.huawei("POST", USERS, "{}").statusCode()).isEqualTo(400);
      assertThat(client.huawei("POST", USERS, "{}").statusCode()).isEqualTo(429);
      assertThat(client.list("d-0000000001", group).body()).contains("ThrottlingException");

      time.advance(Duration.ofMillis(50));
      assertThat(client.list("d-0000000001", group).statusCode()).isEqualTo(200);
      assertThat(emulator.journal(entry -> entry.status() == 200)).hasSize(2);
    }
  }

  @Test
  void whatIsThrottledChangesNothingAndReachesNoStore() throws Exception {
    try (Emulator emulator = throttled(1).start()) {
      PlainClient client = new PlainClient(emulator);
      String group = emulator.store().addGroup().value();
      String user = emulator.store().addUser().value();
      client.list("d-1234567890", group);

      HttpResponse<String> response =
          client.aws(
              "CreateGroupMembership",
              """
              {"IdentityStoreId":"d-1234567890","GroupId":"%s","MemberId":{"UserId":"%s"}}\
              """
                  .formatted(group, user));

      assertThat(response.body()).contains("ThrottlingException");
      assertThat(emulator.store().membershipCount()).isZero();
      assertThat(emulator.store().requests().total()).isOne();
      assertThat(emulator.requestCount()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AS_DOCUMENTED, false, true, true",
    "HEADER, true, false, true",
    "BODY, false, true, false",
    "ABSENT, false, false, false"
  })
  void theHintIsWhereItIsAskedFor(
      RetryHint hint, boolean awsHeader, boolean awsBody, boolean huaweiHeader) throws Exception {
    try (Emulator emulator = throttled(1).retryHint(hint).start()) {
      PlainClient client = new PlainClient(emulator);
      client.list("d-1234567890", "none");

      HttpResponse<String> aws = client.list("d-1234567890", "none");
      HttpResponse<String> huawei = client.huawei("POST", USERS, "{}");

      assertThat(aws.statusCode()).isEqualTo(400);
      assertThat(aws.headers().firstValue("Retry-After").isPresent()).isEqualTo(awsHeader);
      assertThat(aws.body().contains("\"RetryAfterSeconds\":1")).isEqualTo(awsBody);
      assertThat(huawei.statusCode()).isEqualTo(429);
      assertThat(huawei.headers().firstValue("Retry-After").isPresent()).isEqualTo(huaweiHeader);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1", "2, 2", "2.5, 3"})
  void aSecondsWorthIsHandledAtOnceUnlessToldOtherwise(double rate, int atOnce) throws Exception {
    EmulatorBuilder throttled = Emulator.builder().withoutSignatures().clock(time).throttle(rate);
    try (Emulator emulator = throttled.start()) {
      PlainClient client = new PlainClient(emulator);
      for (int request = 0; request < atOnce; request++) {
        assertThat(client.list("d-1234567890", "none").body())
            .doesNotContain("ThrottlingException");
      }
      assertThat(client.list("d-1234567890", "none").body()).contains("ThrottlingException");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "NaN, 1", "20, 0"})
  void aThrottleThatLetsNothingThroughIsRefused(double rate, int burst) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emulator.builder().throttle(rate, burst))
        .withMessageContaining("a rate of more than 0 and a burst of 1 or more");
  }

  private EmulatorBuilder throttled(int burst) {
    return Emulator.builder().withoutSignatures().clock(time).throttle(20, burst);
  }
}
