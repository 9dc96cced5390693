package dev.roster.huawei;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.ResponseBody;

/** Reads bodies up to a cap. */
final class BodyReader {

  /** More than enough for any error or credential document; the rest is not read. */
  static final int DOCUMENT_CAP = 64 * 1024;

  private BodyReader() {}

  /** The beginning of a body. */
  static byte[] beginning(ResponseBody body) throws IOException {
    try (InputStream stream = body.byteStream()) {
      return stream.readNBytes(DOCUMENT_CAP);
    }
  }
}
