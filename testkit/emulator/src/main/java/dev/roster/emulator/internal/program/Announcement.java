package dev.roster.emulator.internal.program;

import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import dev.roster.memory.MemoryIdentityStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people and scripts need to know of a running emulator, line by line. */
final class Announcement {

  private static final String DEFAULT_AWS_REGION = "eu-west-1";

  private final List<String> lines = new ArrayList<>();

  private Announcement() {}

  static List<String> of(Emulator emulator, @Nullable String region) {
    Announcement announcement = new Announcement();
    announcement.places(emulator);
    announcement.aws(emulator, region == null ? DEFAULT_AWS_REGION : region);
    announcement.huawei(emulator);
    announcement.lines.add("ready");
    return announcement.lines;
  }

  private void places(Emulator emulator) {
    lines.add("AWS endpoint:          " + emulator.endpoint());
    lines.add("Huawei Cloud endpoint: " + emulator.endpoint());
    for (MemoryIdentityStore store : emulator.stores()) {
      lines.add("store:                 " + store.identityStoreId());
    }
  }

  private void aws(Emulator emulator, String region) {
    AccessKey key = emulator.key();
    export("AWS_ENDPOINT_URL_IDENTITYSTORE", emulator.endpoint().toString());
    export("AWS_REGION", region);
    export("AWS_DEFAULT_REGION", region);
    export("AWS_ACCESS_KEY_ID", key.id());
    export("AWS_SECRET_ACCESS_KEY", key.secret());
    key.token().ifPresent(token -> export("AWS_SESSION_TOKEN", token));
    export("ROSTER_AWS_URI", emulator.awsUri());
  }

  /** The SDK takes an endpoint for a region from the environment. */
  private void huawei(Emulator emulator) {
    AccessKey key = emulator.key();
    export("HUAWEICLOUD_SDK_REGION_IDENTITYCENTERSTORE_CN_NORTH_4", emulator.endpoint().toString());
    export("HUAWEICLOUD_SDK_AK", key.id());
    export("HUAWEICLOUD_SDK_SK", key.secret());
    key.token().ifPresent(token -> export("HUAWEICLOUD_SDK_SECURITY_TOKEN", token));
    export("HUAWEICLOUD_SDK_PROJECT_ID", "fa4e0000000000000000000000000000");
    export("ROSTER_HUAWEI_URI", emulator.huaweiUri());
  }

  private void export(String name, String value) {
    lines.add("export " + name + "=" + quoted(value));
  }

  /** For every shell: what a shell could take for something else stands in single quotes. */
  private static String quoted(String value) {
    return value.matches("[A-Za-z0-9_./:+=@%-]*") ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}
