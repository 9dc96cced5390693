package dev.roster.campaign.proxy;

import dev.roster.bulk.GroupMember;
import dev.roster.campaign.record.CallRecord;
import dev.roster.campaign.record.CallWatch;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.record.ScaledTime;
import dev.roster.campaign.record.Stored;
import dev.roster.campaign.weather.AttemptKey;
import dev.roster.campaign.weather.Fault;
import dev.roster.campaign.weather.FaultPlan;
import dev.roster.campaign.weather.Forecast;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A proxy with one fault between a client that speaks in raw octets and a stub of the service. */
final class ProxyProbe implements AutoCloseable {

  private static final int SAFETY_MILLIS = 30_000;

  private final ScaledTime time = new ScaledTime(1);
  private final CallWatch watch = new CallWatch(time);
  private final Ledger ledger = new Ledger();
  private final StubService service;
  private final FaultyProxy proxy;

  ProxyProbe(Protocol protocol, Fault fault, long seed) throws IOException {
    this.service = new StubService(protocol.created());
    this.proxy =
        new FaultyProxy(
            new Service(service.port(), protocol.dialect(), ledger, time),
            only(fault, seed),
            watch);
  }

  private static Forecast only(Fault fault, long seed) {
    return new Forecast() {
      @Override
      public FaultPlan plan(AttemptKey key) {
        return new FaultPlan(fault, seed);
      }

      @Override
      public int attemptMillis() {
        return 20;
      }
    };
  }

  /** Sends a request and no more, and reads until the connection ends, however it does. */
  String send(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return read(socket.getInputStream());
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    socket.setSoTimeout(SAFETY_MILLIS);
    return socket;
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      in.transferTo(text);
    } catch (SocketException reset) {
      // What came before it counts.
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** Waits until the proxy is done with all connections. */
  ProxyProbe settled() throws InterruptedException {
    int open = proxy.awaitNoConnections();
    if (open > 0) {
      throw new IllegalStateException(open + " connections are open");
    }
    return this;
  }

  /** What the service was asked. */
  List<WireRequest> delivered() {
    return service.requests();
  }

  /** What the proxy says that it did. */
  List<Exchange> exchanges() {
    return record().exchanges();
  }

  CallRecord record() {
    return watch.record(1);
  }

  Optional<Stored> stored(GroupMember pair) {
    return ledger.now(pair);
  }

  /** Whether the proxy has noted that the service asks to wait. */
  boolean isHeld() {
    return watch.heldUntil() > time.nanoTime();
  }

  @Override
  public void close() {
    proxy.close();
    service.close();
  }
}
