package dev.roster.emulator.internal.exchange;

import dev.roster.emulator.internal.state.StatePage;
import dev.roster.emulator.internal.wire.Request;
import dev.roster.emulator.internal.wire.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Keeps web pages out: a page that a browser shows can have it ask the emulator, and by DNS
 * rebinding read its responses. Such requests name another host than this machine, or come from an
 * origin elsewhere. What listens on a loopback address serves names of this machine only; what was
 * told to listen elsewhere serves the protocols under any name, and its state under these.
 */
public final class FrontDoor implements Function<Request, Response> {

  private static final int FORBIDDEN = 403;
  private static final int MISDIRECTED = 421;
  private static final Pattern LOOPBACK_NAME =
      Pattern.compile(
          "(localhost|127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}|\\[::1])(:[0-9]{1,5})?",
          Pattern.CASE_INSENSITIVE);

  private static final String OTHER_NAME =
      "this is served to names of this machine only, such as 127.0.0.1 and localhost";

  private final boolean local;
  private final StatePage statePage;
  private final Function<Request, Response> protocols;

  public FrontDoor(String host, StatePage statePage, Function<Request, Response> protocols) {
    this.local = isLoopbackName(host) || isLoopbackName('[' + host + ']');
    this.statePage = statePage;
    this.protocols = protocols;
  }

  @Override
  public Response apply(Request request) {
    boolean page = request.path().equals(StatePage.PATH);
    Optional<Response> refusal = local || page ? refusal(request) : Optional.empty();
    return refusal.or(() -> statePage.respond(request)).orElseGet(() -> protocols.apply(request));
  }

  private static Optional<Response> refusal(Request request) {
    if (!isLoopbackName(request.header("host").orElse(""))) {
      return Optional.of(plain(MISDIRECTED, OTHER_NAME));
    }
    if (!request.header("origin").map(FrontDoor::isLoopbackOrigin).orElse(true)) {
      return Optional.of(plain(FORBIDDEN, "this is not served to web pages from elsewhere"));
    }
    return Optional.empty();
  }

  private static boolean isLoopbackOrigin(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && isLoopbackName(authority);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean isLoopbackName(String text) {
    return LOOPBACK_NAME.matcher(text).matches();
  }

  private static Response plain(int status, String text) {
    return Response.text(status, text).header("Content-Type", "text/plain; charset=utf-8");
  }
}
