package dev.roster.emulator.internal.exchange;

import dev.roster.emulator.JournalEntry;
import dev.roster.emulator.internal.exchange.CloudProtocol.WireCall;
import dev.roster.emulator.internal.signature.SignatureRejectedException;
import dev.roster.emulator.internal.wire.Request;
import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.RequestCounter;
import dev.roster.memory.StoreOperation;
import dev.roster.spi.InvalidInputException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Responds to each request in the protocol that it speaks, and writes it down. Thread-safe. */
public final class Exchanges {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.emulator");
  private static final String HUAWEI_PREFIX = "/v1/";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final int INTERNAL_ERROR = 500;

  private final CloudProtocol aws;
  private final CloudProtocol huawei;
  private final InstantSource clock;
  private final @Nullable Throttle throttle;
  private final Journal journal = new Journal();
  private final RequestCounter counter = new RequestCounter();
  private final AtomicLong lastRequest = new AtomicLong();

  public Exchanges(
      CloudProtocol aws, CloudProtocol huawei, InstantSource clock, @Nullable Throttle throttle) {
    this.aws = aws;
    this.huawei = huawei;
    this.clock = clock;
    this.throttle = throttle;
  }

  public Journal journal() {
    return journal;
  }

  public void forgetRequests() {
    journal.clear();
    counter.reset();
  }

  public long count(StoreOperation operation) {
    return counter.of(operation);
  }

  public Response respond(Request request) {
    CloudProtocol protocol = request.path().startsWith(HUAWEI_PREFIX) ? huawei : aws;
    String requestId = "fa4e00ff-0000-4000-8000-%012x".formatted(lastRequest.incrementAndGet());
    Optional<WireCall> call = protocol.route(request);
    call.ifPresent(asked -> counter.add(asked.operation()));
    Response response =
        call.map(asked -> carryOut(protocol, request, asked, requestId))
            .orElseGet(() -> protocol.noSuchOperation(requestId));
    journal.add(entry(protocol, call, request, response));
    return protocol.complete(response, requestId).header("Date", date());
  }

  /** A mistake of the emulator's own; the log shows it to the author of the test that met it. */
  private static Response failed(WireCall call, Exception mistake) {
    LOG.error("the emulator itself failed at {}", call.operation(), mistake);
    return Response.text(
        INTERNAL_ERROR,
        "the emulator itself failed at %s; its log has more".formatted(call.operation()));
  }

  private JournalEntry entry(
      CloudProtocol protocol, Optional<WireCall> call, Request request, Response response) {
    return new JournalEntry(
        clock.instant(),
        protocol.protocol(),
        call.map(asked -> asked.operation().serviceName()).orElse(JournalEntry.UNKNOWN_OPERATION),
        NamedStore.of(request),
        response.status());
  }

  private Response carryOut(
      CloudProtocol protocol, Request request, WireCall call, String requestId) {
    try {
      protocol.verify(request);
      Optional<Response> tooFast = tooFast(protocol, requestId);
      return tooFast.isPresent() ? tooFast.get() : call.action().run();
    } catch (SignatureRejectedException rejection) {
      return protocol.unauthenticated(rejection, requestId);
    } catch (RequestRefusedException refusal) {
      return refusal.response(requestId);
    } catch (InvalidInputException invalid) {
      return protocol.invalid(String.valueOf(invalid.getMessage()), requestId);
    } catch (MemoryStoreException refusal) {
      return BrokenResponses.of(refusal).orElseGet(() -> protocol.refused(refusal, requestId));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Response.reset();
    } catch (Exception unexpected) {
      return failed(call, unexpected);
    }
  }

  private Optional<Response> tooFast(CloudProtocol protocol, String requestId) {
    return throttle == null ? Optional.empty() : throttle.refusal(protocol, requestId);
  }

  private String date() {
    return HTTP_DATE.format(clock.instant());
  }
}
