package dev.roster.huawei.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Reads bodies up to a cap, and knows which ends of them can be trusted. */
public final class BodyReader {

  /** More than enough for any error or credential document; the rest is not read. */
  public static final int DOCUMENT_CAP = 64 * 1024;

  private static final int NO_CONTENT = 204;
  private static final int RESET_CONTENT = 205;
  private static final int NOT_MODIFIED = 304;

  private BodyReader() {}

  /** The beginning of a body. */
  public static byte[] beginning(ResponseBody body) throws IOException {
    try (InputStream stream = body.byteStream()) {
      return stream.readNBytes(DOCUMENT_CAP);
    }
  }

  /**
   * Whether the response tells where its body ends. Otherwise it ends with its connection, and a
   * connection that broke looks the same.
   */
  public static boolean hasKnownEnd(Response response) {
    Response onTheWire = response.networkResponse();
    return onTheWire == null
        || onTheWire.header("Content-Length") != null
        || "chunked".equalsIgnoreCase(onTheWire.header("Transfer-Encoding"))
        || hasNoBody(response.code());
  }

  private static boolean hasNoBody(int status) {
    return status == NO_CONTENT || status == RESET_CONTENT || status == NOT_MODIFIED;
  }

  public static IOException cut() {
    return new ProtocolException("the connection ended before the response was whole");
  }
}
