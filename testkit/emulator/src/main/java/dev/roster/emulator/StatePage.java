package dev.roster.emulator;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Shows what the stores hold to callers on this machine. No part of a protocol: not journalled. */
@FunctionalInterface
interface StatePage {

  /** The path; no service has one that begins so. */
  String PATH = "/_roster/state";

  /** Shows nothing. */
  StatePage OFF = request -> Optional.empty();

  Optional<Reply> answer(Request request);

  static StatePage of(Stores stores) {
    return request ->
        request.getMethod().equals(RequestMethod.GET)
                && request.getUrl().equals(PATH)
                && isLocal(request)
            ? Optional.of(page(stores))
            : Optional.empty();
  }

  private static Reply page(Stores stores) {
    StringWriter text = new StringWriter();
    stores.dump(text);
    return Reply.text(200, text.toString()).header("Content-Type", "application/json");
  }

  /** The address of who speaks for somebody else says nothing about that one. */
  private static boolean isLocal(Request request) {
    try {
      return !request.containsHeader("X-Forwarded-For")
          && InetAddress.getByName(request.getClientIp()).isLoopbackAddress();
    } catch (UnknownHostException neverOfAnAddress) {
      return false;
    }
  }
}
