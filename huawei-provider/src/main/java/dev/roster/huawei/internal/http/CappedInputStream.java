package dev.roster.huawei.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import okhttp3.Response;

/**
 * Fails when the body is larger than any response of the service. Fails also when it is empty
 * although it may have been cut.
 */
public final class CappedInputStream extends FilterInputStream {

  /** A hundred memberships are some 30 kB. */
  public static final int RESPONSE_CAP = 4 * 1024 * 1024;

  private final int cap;
  private final boolean mayBeEmpty;
  private int left;

  public CappedInputStream(InputStream source, int cap, boolean mayBeEmpty) {
    super(source);
    this.cap = cap;
    this.mayBeEmpty = mayBeEmpty;
    this.left = cap;
  }

  /** The body of a response that documents no more than a page. */
  public static CappedInputStream of(Response response) {
    return new CappedInputStream(
        response.body().byteStream(), RESPONSE_CAP, BodyReader.hasKnownEnd(response));
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    count(octet < 0 ? -1 : 1);
    return octet;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    count(count);
    return count;
  }

  private void count(int octets) throws IOException {
    if (octets < 0 && left == cap && !mayBeEmpty) {
      throw BodyReader.cut();
    }
    left -= Math.max(octets, 0);
    if (left < 0) {
      throw new ProtocolException("the response is longer than any that the service documents");
    }
  }
}
