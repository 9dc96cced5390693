package dev.roster.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where STS is. */
class HuaweiStsTest {

  @Test
  void aRegionHasItsOwn() {
    assertThat(HuaweiSts.ofRegion("cn-north-4", name -> null))
        .hasToString("HuaweiSts[sts.cn-north-4.myhuaweicloud.com, PT1H]");
  }

  @Test
  void theVariableOfTheServicesSdkComesFirst() {
    Map<String, String> variables =
        Map.of("HUAWEICLOUD_SDK_STS_ENDPOINT", " https://sts.example.test ");
    assertThat(HuaweiSts.ofRegion("cn-north-4", variables::get))
        .hasToString("HuaweiSts[sts.example.test, PT1H]");
  }
}
