package dev.roster.emulator;

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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers each request in the protocol that it speaks, and writes it down. Thread-safe. */
final class Exchanges {

  private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);
  private static final String HUAWEI_PREFIX = "/v1/";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final int INTERNAL_ERROR = 500;

  private final WireProtocol aws;
  private final WireProtocol huawei;
  private final InstantSource clock;
  private final @Nullable Throttle throttle;
  private final Journal journal = new Journal();
  private final RequestCounter counter = new RequestCounter();
  private final AtomicLong lastRequest = new AtomicLong();

  Exchanges(
      WireProtocol aws, WireProtocol huawei, InstantSource clock, @Nullable Throttle throttle) {
    this.aws = aws;
    this.huawei = huawei;
    this.clock = clock;
    this.throttle = throttle;
  }

  Journal journal() {
    return journal;
  }

  void forgetRequests() {
    journal.clear();
    counter.reset();
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
    journal.add(entry(protocol, call, request, reply));
    return protocol.complete(reply, requestId).header("Date", date());
  }

  /** A mistake of the emulator's own; the log shows it to whoever writes the test that met it. */
  private static Reply failed(WireCall call, Exception mistake) {
    LOG.error("the emulator itself failed at {}", call.operation(), mistake);
    return Reply.text(
        INTERNAL_ERROR,
        "the emulator itself failed at %s; its log has more".formatted(call.operation()));
  }

  private JournalEntry entry(
      WireProtocol protocol, Optional<WireCall> call, WireRequest request, Reply reply) {
    return new JournalEntry(
        clock.instant(),
        protocol.protocol(),
        call.map(asked -> asked.operation().serviceName()).orElse(JournalEntry.UNKNOWN_OPERATION),
        NamedStore.of(request),
        reply.status());
  }

  private Reply carryOut(
      WireProtocol protocol, WireRequest request, WireCall call, String requestId) {
    try {
      protocol.verify(request);
      Optional<Reply> tooFast = tooFast(protocol, requestId);
      return tooFast.isPresent() ? tooFast.get() : call.action().run();
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
      return Reply.reset();
    } catch (Exception unexpected) {
      return failed(call, unexpected);
    }
  }

  private Optional<Reply> tooFast(WireProtocol protocol, String requestId) {
    return throttle == null ? Optional.empty() : throttle.refusal(protocol, requestId);
  }

  private String date() {
    return HTTP_DATE.format(clock.instant());
  }
}
