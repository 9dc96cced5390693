package dev.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.IdentityStoreId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A configuration string that can be changed, parameter by parameter. */
class RosterConnectionTest {

  private static final String URI = "aws://d-1234567890?region=eu-west-1&deadline=PT1M";

  @Test
  void whatIsNotChangedIsAsItWasGiven() {
    assertThat(RosterConnection.of(URI).uri()).isEqualTo(URI);
    assertThat(RosterConnection.of("memory://a").uri()).isEqualTo("memory://a");
  }

  @Test
  void parametersAreAddedReplacedAndRemoved() {
    RosterConnection changed =
        RosterConnection.of(URI)
            .withParameter("region", "cn-north-4")
            .withParameter("endpoint", "http://127.0.0.1:1/?a=b c+d")
            .withoutParameters(Set.of("deadline", "profile"));
    assertThat(changed.uri())
        .isEqualTo(
            "aws://d-1234567890?region=cn-north-4"
                + "&endpoint=http%3A%2F%2F127.0.0.1%3A1%2F%3Fa%3Db%20c%2Bd");
    assertThat(changed.hasParameter("endpoint")).isTrue();
    assertThat(changed.hasParameter("deadline")).isFalse();
  }

  @Test
  void theStoreIsFoundInBothPlaces() {
    IdentityStoreId store = new IdentityStoreId("arn:aws:identitystore::1:identitystore/d-1");
    String encoded = "arn%3Aaws%3Aidentitystore%3A%3A1%3Aidentitystore%2Fd-1";
    assertThat(RosterConnection.of("aws://?store=" + encoded).identityStoreId()).isEqualTo(store);
    assertThat(RosterConnection.of("aws://" + encoded).identityStoreId()).isEqualTo(store);
    assertThat(RosterConnection.of("AWS://d-1").provider()).isEqualTo("aws");
  }

  @Test
  void whatIsNoConfigurationStringIsRefusedWithoutRepeatingIt() {
    for (String broken : new String[] {"", "d-1234567890", "aws:d-1", "aws://d-1/secret#x"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RosterConnection.of(broken))
          .withMessageContaining("scheme://store?parameter=value")
          .withMessageNotContaining("secret");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RosterConnection.of(URI + "&region=x"))
        .withMessage("parameter 'region' is given twice in the URI");
  }

  @Test
  void keysAndParametersAreNotShown() {
    RosterConnection connection =
        RosterConnection.of(URI + "&password=hidden")
            .withKeys(RosterKeys.of("AK", "hidden").withToken("hidden"));
    assertThat(connection + " " + connection.keys())
        .isEqualTo("RosterConnection[aws] Optional[RosterKeys[temporary]]");
  }
}
