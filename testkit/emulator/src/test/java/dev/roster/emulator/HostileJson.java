package dev.roster.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spoils documents: a value, a name, a few characters, or nothing at all. */
final class HostileJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PLACE = "@@HERE@@";

  /** Each is written as it stands, so that it need not be JSON. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "101",
          "1.5",
          "1e999999999",
          "-0",
          "01",
          "9".repeat(30),
          "9".repeat(2000),
          "NaN",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\u00a0\"",
          "\"\u00e2\u0080\u00ae\"",
          "\"\u00f0\u009f\u0098\u0080\"",
          "\"\u00ff\"",
          "\"\u0001\"",
          "\"%s%n%d\"",
          "\"../../etc/passwd\"",
          "\"a.b.c.d.e.f\"",
          "\"emails.0.value\"",
          "\"name\"",
          "\"aws:identitystore:enterprise\"",
          "\"aws:identitystore:enterprise.manager.value\"",
          "\"{\\\"x\\\":[{}]}\"",
          "\"[[[[\"",
          "\"" + "x".repeat(3000) + "\"",
          "\"" + "\u00f0\u009f\u0098\u0080".repeat(600) + "\"",
          "\"" + "x".repeat(70_000) + "\"",
          "[]",
          "{}",
          "[{}]",
          "[[]]",
          "[null]",
          "{\"\":\"\"}",
          "{\"x\":1,\"x\":2}",
          "{\"Value\":{\"Value\":[{}]}}",
          "[".repeat(90) + "]".repeat(90),
          "[".repeat(5000),
          "[" + "1,".repeat(3000) + "1]",
          "\"" + HostileRequests.USER + "\"",
          "\"" + HostileRequests.GROUP + "\"",
          "\"" + HostileRequests.STORE + "\"");

  private HostileJson() {}

  static String value(Random random) {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  /** Makes of a document one in which as a rule something is wrong. */
  static String spoil(String document, Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> document;
      case 1 -> cut(document, random);
      case 2 -> document.replaceFirst("\\{", "{\"IdentityStoreId\":" + quoted(random) + ",");
      case 3 -> value(random);
      case 4 -> spoilPlace(spoilPlace(document, random), random);
      default -> spoilPlace(document, random);
    };
  }

  private static String quoted(Random random) {
    return value(random).replace("$", "").replace("\\", "\\\\");
  }

  private static String cut(String document, Random random) {
    int from = random.nextInt(document.length());
    int to = from + random.nextInt(Math.min(20, document.length() - from) + 1);
    return document.substring(0, from) + document.substring(to);
  }

  private static String spoilPlace(String document, Random random) {
    JsonNode root;
    try {
      root = JSON.readTree(document);
    } catch (JacksonException spoiltBefore) {
      return document;
    }
    List<Runnable> changes = new ArrayList<>();
    collect(root, changes, random);
    if (changes.isEmpty()) {
      return value(random);
    }
    changes.get(random.nextInt(changes.size())).run();
    return root.toString().replace('"' + PLACE + '"', value(random));
  }

  private static void collect(JsonNode node, List<Runnable> changes, Random random) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        changes.add(() -> object.put(name, PLACE));
        changes.add(() -> object.put(name, PLACE));
        changes.add(() -> object.remove(name));
        changes.add(() -> object.set(name + (random.nextBoolean() ? "x" : "."), object.get(name)));
        collect(object.get(name), changes, random);
      }
      changes.add(() -> object.put("Extensions", PLACE));
    } else if (node instanceof ArrayNode array) {
      changes.add(() -> array.add(PLACE));
      changes.add(array::removeAll);
      array.forEach(each -> collect(each, changes, random));
    }
  }
}
