package dev.roster.emulator.internal.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server under an emulator: one thread for the wire, and some that handle requests. */
public final class Server {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.emulator");

  private static final int INTERNAL_ERROR = 500;
  private static final long IDLE_SECONDS = 5;
  private static final long FINISH_SECONDS = 1;
  private static final long END_SECONDS = 30;

  private final Function<Request, Response> handler;
  private final ServerLoop loop;
  private final Thread wire;
  private final Set<Thread> workerThreads = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers;

  /**
   * Starts a server.
   *
   * @param port 0 for one of the system's choice
   * @throws UncheckedIOException if the address cannot be listened on
   */
  public Server(String host, int port, int maxParallel, Function<Request, Response> handler) {
    this.handler = handler;
    this.loop = loop(host, port);
    this.workers = workers(maxParallel);
    this.wire = new Thread(loop, "roster-emulator-wire-" + loop.port());
    wire.start();
  }

  private ServerLoop loop(String host, int port) {
    try {
      return new ServerLoop(new InetSocketAddress(host, port), this::submit, System::nanoTime);
    } catch (IOException | RuntimeException unable) {
      throw new UncheckedIOException(
          "cannot listen on %s:%d: is the port in use?".formatted(host, port),
          new IOException(unable));
    }
  }

  private ExecutorService workers(int maxParallel) {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            maxParallel,
            maxParallel,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> worker(task, number.incrementAndGet()));
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  private Thread worker(Runnable task, int number) {
    Thread worker = new Thread(task, "roster-emulator-" + number);
    worker.setDaemon(true);
    workerThreads.removeIf(old -> old.getState() == Thread.State.TERMINATED);
    workerThreads.add(worker);
    return worker;
  }

  public int port() {
    return loop.port();
  }

  /** Gives responses that are nearly ready a moment, then ends everything. */
  public void stop() {
    workers.shutdown();
    if (!ended(FINISH_SECONDS)) {
      workers.shutdownNow();
      ended(END_SECONDS);
    }
    loop.stop();
    // A pool counts as terminated a moment before the last of its threads ends.
    workerThreads.forEach(Server::join);
    join(wire);
  }

  private void submit(Request request, Consumer<Response> receiver) {
    workers.execute(() -> receiver.accept(respond(request)));
  }

  private Response respond(Request request) {
    try {
      return handler.apply(request);
    } catch (RuntimeException | Error mistake) {
      LOG.error("the emulator itself failed at {}", request, mistake);
      return Response.text(INTERNAL_ERROR, "the emulator itself failed; its log has more");
    }
  }

  private boolean ended(long seconds) {
    try {
      return workers.awaitTermination(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
