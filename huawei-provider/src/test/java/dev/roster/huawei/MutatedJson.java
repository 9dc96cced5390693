package dev.roster.huawei;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import wiremock.com.fasterxml.jackson.core.JsonProcessingException;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.ObjectMapper;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON documents that differ from a given one in one value. */
final class MutatedJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> VALUES =
      List.of(
          "null", "7", "true", "\"\"", "\"other\"", "\"\\ud800\"", "[]", "[null]", "[{}]", "{}");

  private final List<String> documents = new ArrayList<>();
  private final JsonNode root;

  private MutatedJson(JsonNode root) {
    this.root = root;
  }

  static List<String> of(String document) {
    try {
      MutatedJson mutated = new MutatedJson(JSON.readTree(document));
      mutated.mutate(mutated.root);
      return mutated.documents;
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  private void mutate(JsonNode node) throws JsonProcessingException {
    if (node instanceof ObjectNode object) {
      mutateMembers(object);
    } else if (node instanceof ArrayNode array) {
      mutateItems(array);
    }
  }

  private void mutateMembers(ObjectNode object) throws JsonProcessingException {
    List<String> names = new ArrayList<>();
    for (Iterator<String> each = object.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
    for (String name : names) {
      JsonNode before = object.get(name);
      mutate(before);
      for (String value : VALUES) {
        object.set(name, JSON.readTree(value));
        documents.add(root.toString());
      }
      object.remove(name);
      documents.add(root.toString());
      object.set(name, before);
    }
  }

  private void mutateItems(ArrayNode array) throws JsonProcessingException {
    for (int index = 0; index < array.size(); index++) {
      JsonNode before = array.get(index);
      mutate(before);
      for (String value : VALUES) {
        array.set(index, JSON.readTree(value));
        documents.add(root.toString());
      }
      array.set(index, before);
    }
  }
}
