package dev.roster.emulator.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.identitycenterstore.v1.IdentityCenterStoreClient;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListUsersRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.region.IdentityCenterStoreRegion;
import dev.roster.emulator.Emulator;
import dev.roster.emulator.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OneCloudForAClassTest {

  @RegisterExtension
  static final EmulatorExtension CLOUD =
      EmulatorExtension.perClass(() -> Emulator.builder().throttle(20, 40));

  private static int before;

  @Test
  void theSameEmulatorServesOneTest(Emulator emulator) {
    assertThat(before == 0 || before == emulator.endpoint().getPort()).isTrue();
    before = emulator.endpoint().getPort();
  }

  @Test
  void andTheOther(Emulator emulator) {
    theSameEmulatorServesOneTest(emulator);
  }

  /** Compiled only: it needs the variables that the program prints. */
  static void withTheExportedVariables() {
    IdentityCenterStoreClient client =
        IdentityCenterStoreClient.newBuilder()
            .withRegion(IdentityCenterStoreRegion.valueOf("cn-north-4"))
            .build();
    client.listUsers(new ListUsersRequest().withIdentityStoreId("d-1234567890"));
  }
}
