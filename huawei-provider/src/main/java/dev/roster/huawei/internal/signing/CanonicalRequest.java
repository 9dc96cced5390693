package dev.roster.huawei.internal.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The form of a request that both sides hash. Holds header values: never logged or printed. */
public final class CanonicalRequest {

  /** Replaces the hash of the body where it is present. */
  private static final String PRESET_HASH = "x-sdk-content-sha256";

  private static final int TYPICAL_LENGTH = 512;

  private final String method;
  private final RequestTarget target;
  private final SortedMap<String, String> headers;
  private final String signedHeaders;
  private final byte[] body;

  public CanonicalRequest(
      String method, RequestTarget target, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.target = target;
    this.headers = signed(headers);
    this.signedHeaders = String.join(";", this.headers.keySet());
    this.body = body;
  }

  private static SortedMap<String, String> signed(Map<String, String> headers) {
    SortedMap<String, String> signed = new TreeMap<>();
    for (Map.Entry<String, String> header : headers.entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (isSigned(name)) {
        signed.put(name, header.getValue().strip());
      }
    }
    return signed;
  }

  /** Proxies and HTTP stacks rewrite the content type; the service drops names with underscores. */
  private static boolean isSigned(String lowerCaseName) {
    return !lowerCaseName.equals("content-type")
        && !lowerCaseName.equals("authorization")
        && lowerCaseName.indexOf('_') < 0;
  }

  public String text() {
    StringBuilder text = new StringBuilder(TYPICAL_LENGTH);
    text.append(method).append('\n');
    text.append(target.canonicalPath()).append('\n');
    text.append(target.query()).append('\n');
    headers.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    text.append('\n').append(signedHeaders).append('\n');
    return text.append(payloadHash()).toString();
  }

  public String signedHeaders() {
    return signedHeaders;
  }

  String payloadHash() {
    return headers.containsKey(PRESET_HASH) ? headers.get(PRESET_HASH) : sha256(body);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
