package dev.roster.emulator.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.roster.emulator.Protocol;
import dev.roster.emulator.internal.signature.SignatureRejectedException;
import dev.roster.emulator.internal.wire.Request;
import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.StoreOperation;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ExchangesTest {

  @Test
  void aMistakeOfTheEmulatorsOwnIsLoggedAndShowsNoStackTraceToTheClient() {
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger("dev.roster.emulator");
    logged.start();
    log.addAppender(logged);
    try {
      CloudProtocol broken = new BrokenProtocol();
      Exchanges exchanges = new Exchanges(broken, broken, InstantSource.system(), null);

      Response response = exchanges.respond(new Request("POST", "/", Map.of(), new byte[0]));

      assertThat(response.status()).isEqualTo(500);
      assertThat(new String(response.body(), StandardCharsets.UTF_8))
          .isEqualTo("the emulator itself failed at LIST_USERS; its log has more");
      assertThat(exchanges.journal().entries()).hasSize(1);
      assertThat(logged.list)
          .extracting(event -> event.getThrowableProxy().getMessage())
          .containsExactly("no test has met this yet");
    } finally {
      log.detachAppender(logged);
    }
  }

  private static final class BrokenProtocol implements CloudProtocol {

    @Override
    public Protocol protocol() {
      return Protocol.AWS;
    }

    @Override
    public Optional<WireCall> route(Request request) {
      return Optional.of(
          new WireCall(
              StoreOperation.LIST_USERS,
              () -> {
                throw new IllegalStateException("no test has met this yet");
              }));
    }

    @Override
    public void verify(Request request) {}

    @Override
    public Response refused(MemoryStoreException refusal, String requestId) {
      throw new AssertionError("this is no refusal", refusal);
    }

    @Override
    public Response invalid(String message, String requestId) {
      throw new AssertionError("the input is valid");
    }

    @Override
    public Response unauthenticated(SignatureRejectedException rejection, String requestId) {
      throw new AssertionError("the signature is valid", rejection);
    }

    @Override
    public Response noSuchOperation(String requestId) {
      throw new AssertionError("there is such an operation");
    }

    @Override
    public Response complete(Response response, String requestId) {
      return response;
    }
  }
}
