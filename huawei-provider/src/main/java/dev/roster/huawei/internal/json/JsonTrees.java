package dev.roster.huawei.internal.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads whole documents of unknown shape: error bodies and credential documents. The mapper is made
 * when the first such document comes, so that a process that meets none never pays for it.
 */
public final class JsonTrees {

  private JsonTrees() {}

  /** The document, or a missing node where it is not one whole JSON value without doubles. */
  public static JsonNode read(byte[] document) {
    try {
      return Mapper.INSTANCE.readTree(document);
    } catch (JacksonException malformed) {
      return MissingNode.getInstance();
    }
  }

  private static final class Mapper {
    static final JsonMapper INSTANCE =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }
}
