package dev.roster.campaign.proxy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A response: of the service, or of a server that stands in its place.
 *
 * @param statusLine the status line
 * @param headers the header lines, without those of the frame
 * @param body the body
 */
public record WireResponse(String statusLine, List<String> headers, String body) {

  private static final int LONGEST_CHUNK = 40;

  public static WireResponse of(int status, List<String> headers, String body) {
    return new WireResponse("HTTP/1.1 " + status + " Status", headers, body);
  }

  int status() {
    return Integer.parseInt(statusLine.split(" ", 3)[1]);
  }

  WireResponse with(String header) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new WireResponse(statusLine, more, body);
  }

  WireResponse withBody(String other) {
    return new WireResponse(statusLine, headers, other);
  }

  /** How far its status line goes, and then its headers. */
  int headLength() {
    return head("").length();
  }

  public byte[] framed(boolean inChunks) {
    return inChunks ? chunked() : whole();
  }

  private byte[] whole() {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return (head("Content-Length: " + length + "\r\n") + body).getBytes(StandardCharsets.UTF_8);
  }

  /** Bodies are ASCII wherever they are chunked. */
  private byte[] chunked() {
    StringBuilder text = new StringBuilder(head("Transfer-Encoding: chunked\r\n"));
    for (int from = 0; from < body.length(); from += LONGEST_CHUNK) {
      String chunk = body.substring(from, Math.min(body.length(), from + LONGEST_CHUNK));
      text.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk).append("\r\n");
    }
    return text.append("0\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private String head(String frame) {
    StringBuilder head = new StringBuilder(statusLine).append("\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    return head.append(frame).append("\r\n").toString();
  }
}
