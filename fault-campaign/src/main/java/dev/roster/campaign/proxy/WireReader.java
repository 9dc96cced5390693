package dev.roster.campaign.proxy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one connection, one after the other. For one thread. */
public final class WireReader {

  private static final int HEX = 16;

  private final InputStream in;

  WireReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** A message without its body. */
  record Head(String line, List<String> headers) {
    @Nullable String header(String name) {
      return HeaderLines.value(headers, name);
    }
  }

  /** The next message's head; null where the connection ends before it. */
  @Nullable Head head() throws IOException {
    String line = line();
    if (line == null) {
      return null;
    }
    return new Head(line, headers());
  }

  private List<String> headers() throws IOException {
    List<String> headers = new ArrayList<>();
    for (String header = line(); header != null && !header.isEmpty(); header = line()) {
      headers.add(header);
    }
    return headers;
  }

  /** The body that follows a head. */
  String body(Head head) throws IOException {
    String coding = head.header("Transfer-Encoding");
    if (coding != null && coding.toLowerCase(Locale.ROOT).contains("chunked")) {
      return chunks();
    }
    String length = head.header("Content-Length");
    return length == null ? "" : text(Integer.parseInt(length));
  }

  WireResponse response() throws IOException {
    Head head = head();
    if (head == null) {
      throw new EOFException("the service closed the connection");
    }
    String body = body(head);
    return new WireResponse(head.line(), HeaderLines.withoutFrame(head.headers()), body);
  }

  private String chunks() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      text.append(text(size));
      line();
    }
    line();
    return text.toString();
  }

  private int chunkSize() throws IOException {
    String line = line();
    if (line == null) {
      throw new EOFException("the connection ended in a body");
    }
    return Integer.parseInt(line.split(";", 2)[0].trim(), HEX);
  }

  private String text(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the connection ended in a body");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return line.size() == 0 ? null : ended();
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static String ended() throws EOFException {
    throw new EOFException("the connection ended in a line");
  }
}
