package dev.roster.campaign.proxy;

import dev.roster.campaign.record.CallRecord;
import dev.roster.campaign.record.CallWatch;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.weather.Dice;
import dev.roster.campaign.weather.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** One exchange that the proxy carries out as its plan says. For one thread. */
public final class FaultyExchange {

  private static final int ENDLESS_BYTES = 8 * 1024 * 1024;
  private static final byte[] NOISE = new byte[16 * 1024];
  private static final int LAST_BYTES = 3;

  private final Socket client;
  private final Service store;
  private final WireRequest request;
  private final Exchange exchange;
  private final CallWatch watch;
  private final CallRecord record;
  private final Dice dice;
  private final int patienceMillis;
  private boolean onItsWay = true;
  private int status;

  FaultyExchange(
      Socket client,
      Service store,
      WireRequest request,
      Exchange exchange,
      CallWatch watch,
      Dice dice,
      int patienceMillis) {
    this.client = client;
    this.store = store;
    this.request = request;
    this.exchange = exchange;
    this.watch = watch;
    this.record = watch.record(exchange.key().call());
    this.dice = dice;
    this.patienceMillis = patienceMillis;
  }

  /** Returns whether the connection can be used for another exchange. */
  boolean run() throws IOException {
    record.add(exchange);
    try {
      return carryOut();
    } finally {
      arrived();
    }
  }

  private boolean carryOut() throws IOException {
    return switch (exchange.fault()) {
      case CHUNK_RESPONSE -> send(deliver().framed(true));
      case CLOSE_UNSEEN -> send(deliver().framed(dice.chance(0.5))) && close();
      case DOUBLE_REQUEST -> send(twice().framed(false));
      case DELAY_REQUEST -> sendLate();
      case DELAY_RESPONSE, PAUSE_IN_RESPONSE -> respondLate();
      case LOSE_REQUEST -> end();
      case LOSE_RESPONSE -> lose();
      case CUT_RESPONSE -> cut(deliver());
      case REPLACE_UNDELIVERED, REPLACE_DELIVERED, MIX_UP, CONTRADICT, ENDLESS_RESPONSE ->
          replace();
      case THROTTLE, SERVER_ERROR, BUSY, UNKNOWN_CONFLICT -> refuse();
      default -> send(deliver().framed(false));
    };
  }

  private boolean sendLate() throws IOException {
    pause();
    return send(deliver().framed(false));
  }

  private boolean respondLate() throws IOException {
    byte[] response = deliver().framed(dice.chance(0.5));
    int from = exchange.fault() == Fault.DELAY_RESPONSE ? 0 : dice.below(response.length);
    write(response, 0, from);
    pause();
    return send(Arrays.copyOfRange(response, from, response.length));
  }

  private boolean replace() throws IOException {
    boolean delivered = exchange.fault() != Fault.REPLACE_UNDELIVERED && dice.chance(0.8);
    WireResponse real = delivered ? deliver() : null;
    arrived();
    return switch (exchange.fault()) {
      case ENDLESS_RESPONSE -> endless();
      case MIX_UP, CONTRADICT -> real == null ? end() : forge(real);
      default -> another();
    };
  }

  private boolean another() throws IOException {
    if (dice.chance(0.25)) {
      instead(Forged.noResponse(dice).getBytes(StandardCharsets.UTF_8));
      return end();
    }
    return instead(Forged.ofAnotherServer(dice).framed(dice.chance(0.3)));
  }

  /** A refusal of the service has no place for a contradiction, and then comes as it is. */
  private boolean forge(WireResponse real) throws IOException {
    if (real.status() >= 300) {
      return send(real.framed(false));
    }
    String other =
        exchange.fault() == Fault.MIX_UP
            ? Forged.ofAnotherOperation(store.dialect(), exchange.operation())
            : store.dialect().contradict(exchange.operation(), real.body(), dice).orElse("");
    return other.isEmpty() ? send(real.framed(false)) : instead(real.withBody(other).framed(false));
  }

  private boolean refuse() throws IOException {
    return switch (exchange.fault()) {
      case THROTTLE -> throttle(dice.of(List.of(Dialect.Hint.values())));
      case BUSY -> own(store.dialect().busy());
      case UNKNOWN_CONFLICT -> own(store.dialect().unknownConflict());
      default -> failed();
    };
  }

  private boolean throttle(Dialect.Hint hint) throws IOException {
    watch.held(hint.duration());
    return own(store.dialect().throttled(hint));
  }

  private boolean failed() throws IOException {
    if (dice.chance(0.5)) {
      deliver();
    }
    return own(store.dialect().failed());
  }

  /** The service's own word, which the proxy says in its place. */
  private boolean own(WireResponse response) throws IOException {
    arrived();
    status = response.status();
    return send(response.framed(dice.chance(0.2)));
  }

  private boolean endless() throws IOException {
    write(headWithoutLength().getBytes(StandardCharsets.UTF_8));
    for (int sent = 0; sent < ENDLESS_BYTES; sent += NOISE.length) {
      write(NOISE);
    }
    record.irregular("an endless response was read without a limit: " + exchange);
    return end();
  }

  private String headWithoutLength() {
    String type = dice.chance(0.5) ? "application/json" : "text/html";
    return "HTTP/1.1 %d Error\r\nContent-Type: %s\r\nConnection: close\r\n\r\n"
        .formatted(dice.of(List.of(400, 404, 500)), type);
  }

  private WireResponse twice() throws IOException {
    WireResponse first = deliver();
    store.carryOut(request, exchange.key());
    return first;
  }

  private WireResponse deliver() throws IOException {
    exchange.delivered();
    WireResponse response = store.carryOut(request, exchange.key());
    status = response.status();
    arrived();
    return response;
  }

  private void arrived() {
    if (onItsWay) {
      onItsWay = false;
      record.arrived();
    }
  }

  /** The rest of the service's own response. Marked first: the client may be quick to read it. */
  private boolean send(byte[] rest) throws IOException {
    exchange.responded(status);
    try {
      return write(rest);
    } catch (IOException unread) {
      exchange.unread();
      throw unread;
    }
  }

  /** What stands in place of the service's own response. */
  private boolean instead(byte[] bytes) throws IOException {
    exchange.sentInstead(new String(bytes, StandardCharsets.ISO_8859_1));
    return write(bytes);
  }

  private boolean write(byte[] bytes) throws IOException {
    return write(bytes, 0, bytes.length);
  }

  private boolean write(byte[] bytes, int from, int to) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(bytes, from, to - from);
    return true;
  }

  private boolean cut(WireResponse response) throws IOException {
    boolean inChunks = dice.chance(0.4);
    byte[] bytes = response.framed(inChunks);
    int place = placeOfCut(response, bytes.length);
    if (place >= bytes.length - store.dialect().lineEndsNotMissed(response, inChunks)) {
      exchange.onlyLineEndsMissing(response.status());
    }
    instead(Arrays.copyOf(bytes, place));
    return end();
  }

  private boolean lose() throws IOException {
    deliver();
    return end();
  }

  /** In the status line, in the headers, just before the body, in it, or just before its end. */
  private int placeOfCut(WireResponse response, int length) {
    int line = response.statusLine().length();
    int head = Math.min(length - 1, response.headLength());
    return switch (dice.below(5)) {
      case 0 -> dice.between(1, line);
      case 1 -> dice.between(line, head);
      case 2 -> head;
      case 3 -> dice.between(head, length - 1);
      default -> Math.max(head, length - dice.between(1, LAST_BYTES));
    };
  }

  /** Ends the connection: by a close, a reset, or by silence until the client gives up. */
  private boolean end() throws IOException {
    arrived();
    switch (dice.below(3)) {
      case 0 -> Sockets.reset(client);
      case 1 -> awaitClient(patienceMillis * 3);
      default -> client.close();
    }
    return false;
  }

  private boolean close() throws IOException {
    client.close();
    return false;
  }

  /** Long enough, one time out of two, for the client to have given up. */
  private void pause() throws IOException {
    awaitClient(dice.between(1, patienceMillis * 2));
  }

  private void awaitClient(int millis) throws IOException {
    client.setSoTimeout(millis);
    try {
      int unused = client.getInputStream().read();
    } catch (SocketTimeoutException over) {
      // The client has waited all the time.
    } catch (IOException gone) {
      // It has not; what is on its way arrives all the same.
    } finally {
      restoreTimeout();
    }
  }

  private void restoreTimeout() {
    try {
      client.setSoTimeout(0);
    } catch (IOException closed) {
      // Then no more is read of it.
    }
  }
}
