package dev.roster.emulator.internal.aws;

import dev.roster.ErrorCode;
import dev.roster.memory.MemoryStoreException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * From where each store can be called. Every request comes from the loopback address, through no
 * VPC and no VPC endpoint. Thread-safe.
 */
final class Networks {

  private static final int LOOPBACK = 0x7f000001;
  private static final int BITS = 32;
  private static final Pattern RANGE =
      Pattern.compile(
          "([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})(?:/([0-9]{1,2}))?");

  private final Map<String, JsonNode> configurations = new ConcurrentHashMap<>();

  /** Replaces all that was set. */
  void set(String store, JsonNode configuration) {
    configurations.put(store, configuration);
  }

  Optional<JsonNode> of(String store) {
    return Optional.ofNullable(configurations.get(store));
  }

  void requirePermitted(String store) {
    JsonNode configuration = configurations.get(store);
    if (configuration != null && isDenied(configuration)) {
      throw MemoryStoreException.refused(
          ErrorCode.ACCESS_DENIED,
          "the network configuration of the identity store does not allow this request");
    }
  }

  private static boolean isDenied(JsonNode configuration) {
    JsonNode addresses = configuration.path("ApiAllowSourceIps");
    return configuration.path("VpceAccessRequired").booleanValue()
        || !configuration.path("ApiRestrictSourceVpcs").isEmpty()
        || (!addresses.isEmpty()
            && addresses.values().stream().noneMatch(each -> includesLoopback(each.stringValue())));
  }

  private static boolean includesLoopback(String range) {
    Matcher parts = RANGE.matcher(range);
    if (!parts.matches()) {
      return false;
    }
    int address = 0;
    for (int part = 1; part <= 4; part++) {
      address = (address << 8) | (Integer.parseInt(parts.group(part)) & 0xff);
    }
    int length = parts.group(5) == null ? BITS : Math.min(BITS, Integer.parseInt(parts.group(5)));
    int mask = length == 0 ? 0 : -1 << (BITS - length);
    return (address & mask) == (LOOPBACK & mask);
  }
}
