package dev.roster.emulator;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Answers every request in place of WireMock's stubs. A filter and not a stub with a transformer,
 * because it sees the request before anything is copied, decoded or matched.
 */
final class EmulatorFilter implements RequestFilterV2 {

  private final Exchanges exchanges;
  private final StatePage statePage;

  EmulatorFilter(Exchanges exchanges, StatePage statePage) {
    this.exchanges = exchanges;
    this.statePage = statePage;
  }

  @Override
  public String getName() {
    return "roster-emulator";
  }

  @Override
  public boolean applyToStubs() {
    return true;
  }

  /** So that nobody reaches WireMock's own control interface through the emulator's port. */
  @Override
  public boolean applyToAdmin() {
    return true;
  }

  @Override
  public RequestFilterAction filter(Request request, ServeEvent event) {
    Reply reply =
        statePage.answer(request).orElseGet(() -> exchanges.answer(WireRequest.of(request)));
    return RequestFilterAction.stopWith(reply.definition());
  }
}
