package dev.roster.spring.autoconfigure;

import dev.roster.spring.RosterConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one configuration string of what the properties say of a client. */
final class ClientUri {

  private final String prefix;
  private final ClientProperties properties;

  private ClientUri(String prefix, ClientProperties properties) {
    this.prefix = prefix;
    this.properties = properties;
  }

  /** A property and the parameter that it stands for. */
  private record Setting(String property, String parameter, @Nullable Object value) {

    Setting(String property, @Nullable Object value) {
      this(property, camelCase(property), value);
    }

    private static String camelCase(String property) {
      String[] words = property.substring(property.lastIndexOf('.') + 1).split("-", -1);
      StringBuilder name = new StringBuilder(words[0]);
      for (int i = 1; i < words.length; i++) {
        name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
      }
      return name.toString();
    }
  }

  /**
   * The connection that some properties describe.
   *
   * @param prefix of the properties, such as {@code roster} or {@code roster.clients.audit}
   * @throws IllegalArgumentException naming the property that is missing, or that contradicts
   *     another
   */
  static RosterConnection of(String prefix, ClientProperties properties) {
    return new ClientUri(prefix, properties).connection();
  }

  private RosterConnection connection() {
    RosterConnection connection = store();
    for (Setting setting : settings(connection.provider())) {
      if (setting.value() != null) {
        refuseSecond(connection, setting);
        connection = connection.withParameter(setting.parameter(), setting.value().toString());
      }
    }
    return connection;
  }

  private RosterConnection store() {
    String provider = properties.getProvider();
    String store = properties.getIdentityStoreId();
    String uri = properties.getUri();
    if (uri != null) {
      refuseParts(provider, store);
      return RosterConnection.of(uri);
    }
    if (provider == null || store == null) {
      throw refused("uri is missing, and so is %1$s.provider or %1$s.identity-store-id");
    }
    return ofParts(provider, store);
  }

  private void refuseParts(@Nullable String provider, @Nullable String store) {
    refuseIf(provider != null, "uri and %1$s.provider are both set: the URI names the provider");
    refuseIf(store != null, "uri and %1$s.identity-store-id are both set: the URI names the store");
  }

  private static RosterConnection ofParts(String provider, String store) {
    return RosterConnection.of(
        provider + "://" + URLEncoder.encode(store, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private List<Setting> settings(String provider) {
    List<Setting> settings = new ArrayList<>(common());
    settings.addAll(ofProvider(provider));
    properties
        .getParameters()
        .forEach((name, value) -> settings.add(new Setting("parameters." + name, name, value)));
    return settings;
  }

  private List<Setting> ofProvider(String provider) {
    return switch (provider) {
      case "aws" -> List.of(new Setting("aws.profile", properties.getAws().getProfile()));
      case "huawei" -> ofHuawei(properties.getHuawei());
      default -> List.of();
    };
  }

  private static List<Setting> ofHuawei(HuaweiProperties huawei) {
    return List.of(
        new Setting("huawei.project-id", huawei.getProjectId()),
        new Setting("huawei.profile-file", huawei.getProfileFile()),
        new Setting("huawei.metadata", huawei.getMetadata()));
  }

  private List<Setting> common() {
    return List.of(
        new Setting("region", properties.getRegion()),
        new Setting("endpoint", properties.getEndpoint()),
        new Setting("allow-plain-http", properties.getAllowPlainHttp()),
        new Setting("proxy", properties.getProxy()),
        new Setting("strict-ids", properties.getStrictIds()),
        new Setting("deadline", properties.getDeadline()),
        new Setting("attempt-timeout", properties.getAttemptTimeout()),
        new Setting("settling-time", properties.getSettlingTime()),
        new Setting("max-calls-per-second", properties.getMaxCallsPerSecond()));
  }

  private void refuseSecond(RosterConnection connection, Setting setting) {
    refuseIf(
        connection.hasParameter(setting.parameter()),
        setting.property() + " is set, and so is '" + setting.parameter() + "' elsewhere: set one");
  }

  private void refuseIf(boolean broken, String words) {
    if (broken) {
      throw refused(words);
    }
  }

  private IllegalArgumentException refused(String words) {
    return new IllegalArgumentException((prefix + "." + words).replace("%1$s", prefix));
  }
}
