package dev.roster.huawei;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Fails when more comes than any honest reply holds. */
final class CappedInputStream extends FilterInputStream {

  /** A hundred memberships are some 30 kB. */
  static final int REPLY_CAP = 4 * 1024 * 1024;

  private int left;

  CappedInputStream(InputStream source, int cap) {
    super(source);
    this.left = cap;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    count(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    count(Math.max(count, 0));
    return count;
  }

  private void count(int octets) throws IOException {
    left -= octets;
    if (left < 0) {
      throw new ProtocolException("the reply is longer than any that the service documents");
    }
  }
}
