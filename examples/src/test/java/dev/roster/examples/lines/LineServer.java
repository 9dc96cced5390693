package dev.roster.examples.lines;

import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryStoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The service, on loopback: lines in front of a store in memory, which scripts what goes wrong. */
final class LineServer implements AutoCloseable {

  private final ServerSocket listener;
  private final LineRequests requests;
  private final MemoryIdentityStore store;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger requestIds = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();

  LineServer(MemoryIdentityStore store) throws IOException {
    this.store = store;
    this.requests = new LineRequests(store);
    this.listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    start(this::acceptAll);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }

  private synchronized void start(Runnable work) {
    Thread thread = new Thread(work, "line-server");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket connection = listener.accept();
        start(() -> serve(connection));
      } catch (IOException ended) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(ended);
        }
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
      String request = lines.readLine();
      if (request != null) {
        answer(request, connection.getOutputStream());
      }
    } catch (IOException clientGone) {
      // A client that gives up is part of the tests.
      return;
    }
  }

  private void answer(String request, OutputStream out) throws IOException {
    String requestId = "r-" + requestIds.incrementAndGet();
    try {
      answer(request, requestId, out);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(String request, String requestId, OutputStream out)
      throws IOException, InterruptedException {
    try {
      write(out, "OK\t%s%s\n".formatted(requestId, requests.answer(request)));
    } catch (MemoryStoreException refusal) {
      refuse(refusal, requestId, out);
    }
  }

  /** The faults that break a connection or a response, and then all others, which are refusals. */
  private void refuse(MemoryStoreException refusal, String requestId, OutputStream out)
      throws IOException, InterruptedException {
    switch (refusal.fault().map(Fault::kind).orElse(FaultKind.SERVER_ERROR)) {
      case REQUEST_LOST, RESPONSE_LOST -> out.close();
      case RESPONSE_TRUNCATED -> write(out, "OK\t" + requestId);
      case RESPONSE_TRICKLED -> trickle(out);
      case RESPONSE_GARBLED -> write(out, "220 this is another service\n");
      default -> write(out, "NO\t%s\t%s\n".formatted(requestId, LineRequests.code(refusal)));
    }
  }

  /** Ends with the server, or when a write notices that the client has gone. */
  private void trickle(OutputStream out) throws IOException, InterruptedException {
    while (!closing.await(50, TimeUnit.MILLISECONDS)) {
      write(out, " ");
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Lets held responses go, and waits for the threads. */
  @Override
  public void close() throws IOException {
    closing.countDown();
    store.faults().clear();
    listener.close();
    for (Thread thread : started()) {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized List<Thread> started() {
    return List.copyOf(threads);
  }
}
