package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.emulator.Emulator;
import dev.roster.query.NameResolver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many entries are read by their ids in as few requests as the service takes. */
class DirectoryQueriesTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  @Test
  void tenAreReadInARequest() {
    try (Emulator emulator = Emulator.start();
        RosterClient client = client(emulator)) {
      List<GroupId> ids =
          new ArrayList<>(
              IntStream.range(0, 25).mapToObj(group -> emulator.store().addGroup()).toList());
      Collections.reverse(ids);

      assertThat(client.directory().groups().getAll(ids).keySet()).containsExactlyElementsOf(ids);
      assertThat(emulator.requestCount(Operation.GET_GROUP)).isEqualTo(3);
      assertThat(NameResolver.ofGroups(client).withStoreSize(100_000).planEntries(ids).mostCalls())
          .hasValue(3);
    }
  }

  private static RosterClient client(Emulator emulator) {
    return RosterClient.builder(
            HuaweiDrivers.builder()
                .identityStoreId(emulator.store().identityStoreId())
                .endpoint(emulator.endpoint())
                .credentials(HuaweiCredentials.of(emulator.key().id(), emulator.key().secret()))
                .build())
        .build();
  }

  @Test
  void anIdThatComesBackInAnotherCaseIsTheOneThatWasAsked() {
    SERVICE.respondsWith(
        okJson(
            "{\"groups\":[{\"group_id\":\"%s\"}]}"
                .formatted(WireOperation.Samples.GROUP.value().toUpperCase(Locale.ROOT))));
    try (RosterClient client = RosterClient.builder(SERVICE.driver()).build()) {
      assertThat(client.directory().groups().getAll(List.of(WireOperation.Samples.GROUP)))
          .containsOnlyKeys(WireOperation.Samples.GROUP);
    }
  }

  /** No document says what the service does with an id that it does not have. */
  @Test
  void aQueryThatIsRefusedBecauseOfOneIsReadOneByOne() {
    String missing = "{\"error_code\":\"IIC.404\",\"error_msg\":\"gone\"}";
    SERVICE.respondsWith(aResponse().withStatus(404).withBody(missing));
    SERVICE
        .server()
        .stubFor(
            any(urlPathMatching(".*/groups/" + WireOperation.Samples.GROUP))
                .willReturn(okJson(EntrySamples.GROUP_RESPONSE)));
    try (RosterClient client = RosterClient.builder(SERVICE.driver()).build()) {
      assertThat(
              client
                  .directory()
                  .groups()
                  .getAll(List.of(WireOperation.Samples.OTHER_GROUP, WireOperation.Samples.GROUP)))
          .containsOnlyKeys(WireOperation.Samples.GROUP);
      assertThat(SERVICE.requests()).hasSize(3);
    }
  }

  @Test
  void aFailureIsThatOfTheClientsMethod() {
    SERVICE.respondsWith(aResponse().withStatus(403).withBody("{\"error_code\":\"IIC.1000\"}"));
    try (RosterClient client = RosterClient.builder(SERVICE.driver()).build()) {
      RosterException failure =
          catchThrowableOfType(
              RosterException.class,
              () ->
                  client
                      .directory()
                      .groups()
                      .getAll(
                          List.of(WireOperation.Samples.OTHER_GROUP, WireOperation.Samples.GROUP)));

      assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
      assertThat(failure.operation()).isEqualTo("getGroup");
      assertThat(failure).hasMessageContaining("2 groups");
    }
  }

  @Test
  void nothingIsSentForNothing() {
    try (RosterClient client = RosterClient.builder(SERVICE.driver()).build()) {
      assertThat(client.directory().users().getAll(List.of())).isEmpty();
      assertThat(SERVICE.requests()).isEmpty();
    }
  }
}
