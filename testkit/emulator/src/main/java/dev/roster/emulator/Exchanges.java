package dev.roster.emulator;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.roster.emulator.WireProtocol.WireCall;
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

/** Answers each request in the protocol that it speaks, and writes it down. */
final class Exchanges {

  private static final String HUAWEI_PREFIX = "/v1/";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final WireProtocol aws;
  private final WireProtocol huawei;
  private final InstantSource clock;
  private final Journal journal = new Journal();
  private final RequestCounter counter = new RequestCounter();
  private final AtomicLong lastRequest = new AtomicLong();

  Exchanges(WireProtocol aws, WireProtocol huawei, InstantSource clock) {
    this.aws = aws;
    this.huawei = huawei;
    this.clock = clock;
  }

  Journal journal() {
    return journal;
  }

  long count(StoreOperation operation) {
    return counter.of(operation);
  }

  Reply answer(WireRequest request) {
    WireProtocol protocol = request.path().startsWith(HUAWEI_PREFIX) ? huawei : aws;
    String requestId = "fa4e00ff-0000-4000-8000-%012x".formatted(lastRequest.incrementAndGet());
    Optional<WireCall> call = protocol.route(request);
    call.ifPresent(asked -> counter.add(asked.operation()));
    Reply reply =
        call.map(asked -> carryOut(protocol, request, asked, requestId))
            .orElseGet(() -> protocol.noSuchOperation(requestId));
    journal.add(
        new JournalEntry(
            protocol.protocol(),
            call.map(asked -> asked.operation().serviceName())
                .orElse(JournalEntry.UNKNOWN_OPERATION),
            reply.status()));
    return protocol.complete(reply, requestId).header("Date", date());
  }

  private static Reply carryOut(
      WireProtocol protocol, WireRequest request, WireCall call, String requestId) {
    try {
      protocol.verify(request);
      return call.action().run();
    } catch (SignatureRejectedException rejection) {
      return protocol.unauthenticated(rejection, requestId);
    } catch (WireRefusal refusal) {
      return refusal.reply(requestId);
    } catch (InvalidInputException invalid) {
      return protocol.invalid(String.valueOf(invalid.getMessage()), requestId);
    } catch (MemoryStoreException refusal) {
      return BrokenReplies.of(refusal).orElseGet(() -> protocol.refused(refusal, requestId));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Reply.broken(Fault.CONNECTION_RESET_BY_PEER);
    } catch (Exception unexpected) {
      throw new IllegalStateException("the emulator failed at " + call.operation(), unexpected);
    }
  }

  private String date() {
    return HTTP_DATE.format(clock.instant());
  }
}
