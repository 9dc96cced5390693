package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.ErrorCode;
import dev.roster.IdentityStoreId;
import dev.roster.RetryPolicy;
import dev.roster.RosterException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores are found by the API of instances, without knowing one. */
class HuaweiStoresTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private static void reach(HuaweiDrivers.Builder driver) {
    driver
        .endpoint(SERVICE.endpoint())
        .credentials(FakeService.KEYS)
        .clock(new TurnedClock(FakeService.NOW));
  }

  private static List<HuaweiStore> list() {
    return HuaweiStores.list(
        HuaweiStoresTest::reach,
        client -> client.retryPolicy(RetryPolicy.defaults().withMaxAttempts(1)));
  }

  private static RosterException failure(ResponseDefinitionBuilder response) {
    SERVICE.respondsWith(response);
    RosterException failure = catchThrowableOfType(RosterException.class, HuaweiStoresTest::list);
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void allStoresAreListedPageByPage() {
    SERVICE.respondsWith(
        okJson(
            """
            {"instances":[{"identity_store_id":"d-1234567890","instance_id":"i-1",
             "alias":null,"instance_urn":"urn-1"}],"page_info":{"next_marker":"a+b="}}
            """));
    SERVICE
        .server()
        .stubFor(
            get(urlPathEqualTo("/v1/instances"))
                .withQueryParam("marker", equalTo("a+b="))
                .atPriority(1)
                .willReturn(
                    okJson(
                        """
                        {"instances":[{"identity_store_id":"d-1234567891","alias":"second"}],
                         "page_info":{"next_marker":null}}
                        """)));
    List<HuaweiStore> stores = list();
    assertThat(stores)
        .extracting(HuaweiStore::id)
        .containsExactly(new IdentityStoreId("d-1234567890"), new IdentityStoreId("d-1234567891"));
    assertThat(stores.get(0).instanceId()).contains("i-1");
    assertThat(stores.get(0).instanceUrn()).contains("urn-1");
    assertThat(stores.get(0).alias()).isEmpty();
    assertThat(stores.get(1).alias()).contains("second");
    List<LoggedRequest> sent = SERVICE.requests();
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).getMethod().getName()).isEqualTo("GET");
    assertThat(sent.get(0).getUrl()).isEqualTo("/v1/instances?limit=100");
    assertThat(sent.get(0).containsHeader("X-Domain-Id")).isFalse();
    assertThat(sent.get(1).queryParameter("marker").firstValue()).isEqualTo("a+b=");
    sent.forEach(each -> RequestsOnTheWireTest.assertSigned(each, "host;x-sdk-date"));
  }

  @Test
  void theAccountIsNamedWhereItIsGiven() {
    SERVICE.respondsWith(okJson("{\"instances\":[]}"));
    assertThat(
            HuaweiStores.list(
                driver -> {
                  reach(driver);
                  driver.domainId("domain-1");
                }))
        .isEmpty();
    assertThat(SERVICE.onlyRequest().getHeader("X-Domain-Id")).isEqualTo("domain-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"instances\":{}}",
        "{\"instances\":[{}]}",
        "{\"instances\":[{\"identity_store_id\":5}]}",
        "{\"instances\":[null]}",
        "{\"instances\":[\"d-1234567890\"]}",
        "{\"instances\":[{\"identity_store_id\":\"d-1234567890\",\"alias\":5}]}",
        "{\"instances\":[],\"instances\":[]}",
        "{\"instances\":[],\"page_info\":[]}",
        "{\"instances\":[],\"page_info\":\"next\"}",
        "{\"instances\":[],\"page_info\":{\"next_marker\":5}}",
        "{\"instances\":[],\"page_info\":{\"next_marker\":{}}}",
        "{\"instances\":[],\"page_info\":{\"next_marker\":false}}",
        "{\"instances\":[],\"page_info\":{\"next_marker\":\"again\"}}"
      })
  void aListingThatMakesNoSenseIsNone(String response) {
    assertThat(failure(okJson(response)).code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
  }

  @Test
  void aRefusalIsDescribedAsEveryOther() {
    RosterException failure =
        failure(
            okJson("{\"error_code\":\"IIC.1000\",\"error_msg\":\"no\"}")
                .withStatus(403)
                .withHeader("X-Request-Id", "r-1"));
    assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
    assertThat(failure.requestId()).contains("r-1");
  }

  @Test
  void aListingThatIsGivenAStoreIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                HuaweiStores.list(
                    driver -> driver.identityStoreId(new IdentityStoreId("d-1234567890"))))
        .withMessageContaining("without a store");
  }

  @Test
  void withoutAnEndpointTheAddressIsTheOneForAllRegions() {
    assertThat(HuaweiDrivers.builder().storesEndpoint())
        .isEqualTo(URI.create("https://identitycenter.myhuaweicloud.com"));
  }
}
