package dev.roster.campaign.proxy;

import dev.roster.Operation;
import dev.roster.campaign.record.CallWatch;
import dev.roster.campaign.record.CampaignThreads;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.weather.AttemptKey;
import dev.roster.campaign.weather.Fault;
import dev.roster.campaign.weather.FaultPlan;
import dev.roster.campaign.weather.Forecast;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** A server in front of the service's that does to each exchange what its forecast says. */
public final class FaultyProxy implements AutoCloseable {

  private static final int BACKLOG = 200;
  private static final int SEND_BUFFER = 64 * 1024;
  private static final long PATIENCE_MILLIS = 60_000;
  private static final byte[] GO_ON =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Service store;
  private final Forecast forecast;
  private final CallWatch watch;
  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(work -> CampaignThreads.daemon("proxy", work));

  public FaultyProxy(Service store, Forecast forecast, CallWatch watch) throws IOException {
    this.store = store;
    this.forecast = forecast;
    this.watch = watch;
    this.server = new ServerSocket();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    threads.execute(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Waits for the client to close all its connections; returns how many it leaves open. */
  public int awaitNoConnections() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    synchronized (connections) {
      while (!connections.isEmpty() && System.nanoTime() < end) {
        connections.wait(PATIENCE_MILLIS / 10);
      }
      return connections.size();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        begin(server.accept());
      } catch (IOException | RejectedExecutionException closed) {
        return;
      }
    }
  }

  private void begin(Socket socket) {
    connections.add(socket);
    threads.execute(() -> serve(socket));
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSendBufferSize(SEND_BUFFER);
      exchangeAll(socket, new WireReader(socket.getInputStream()));
    } catch (IOException gone) {
      // The client has ended the connection, or a fault has.
    } finally {
      ended(socket);
    }
  }

  private void exchangeAll(Socket socket, WireReader reader) throws IOException {
    boolean open = true;
    while (open) {
      open = exchange(socket, reader);
    }
  }

  private void ended(Socket socket) {
    synchronized (connections) {
      connections.remove(socket);
      connections.notifyAll();
    }
  }

  private boolean exchange(Socket socket, WireReader reader) throws IOException {
    WireReader.Head head = reader.head();
    AttemptKey key = head == null ? null : AttemptKey.parse(head.header(AttemptKey.HEADER));
    if (head == null || key == null) {
      return false;
    }
    FaultPlan plan = forecast.plan(key);
    if (plan.fault() == Fault.RESET_IN_REQUEST) {
      Sockets.reset(socket);
      return false;
    }
    return carryOut(socket, request(socket, reader, head), key, plan);
  }

  private static WireRequest request(Socket socket, WireReader reader, WireReader.Head head)
      throws IOException {
    if (head.header("Expect") != null) {
      socket.getOutputStream().write(GO_ON);
    }
    return new WireRequest(head.line(), head.headers(), reader.body(head));
  }

  private boolean carryOut(Socket socket, WireRequest request, AttemptKey key, FaultPlan plan)
      throws IOException {
    Operation operation = store.dialect().operation(request);
    Exchange exchange =
        new Exchange(key, plan, operation, store.pair(request), store.entry(request));
    return new FaultyExchange(
            socket, store, request, exchange, watch, plan.dice(), forecast.attemptMillis())
        .run();
  }

  @Override
  public void close() {
    Sockets.close(server);
    connections.forEach(Sockets::reset);
    threads.shutdownNow();
    store.close();
  }
}
