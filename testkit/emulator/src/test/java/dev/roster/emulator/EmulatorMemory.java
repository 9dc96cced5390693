package dev.roster.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A program for a small heap: an emulator is sent far more than fits, and then asked a question.
 */
final class EmulatorMemory {

  private static final int MEGABYTES = 240;
  private static final String ANSWERED = "handled";

  private EmulatorMemory() {}

  /** Prints what it came to. */
  public static void main(String[] arguments) throws Exception {
    try (Emulator emulator = Emulator.start()) {
      namesInTheJournal(emulator);
      largeRequestsTogether(emulator);
      halvesOfLargeRequests(emulator);
      try (RawClient client = new RawClient(emulator)) {
        int status = client.send(RawClient.aws("ListUsers", "{}")).response().status();
        System.out.println(status == 400 ? ANSWERED : "status " + status);
      }
    }
  }

  private static byte[] large() {
    return named("x".repeat(1024 * 1024 - 64)).getBytes(ISO_8859_1);
  }

  private static String named(String store) {
    return RawClient.aws("ListUsers", "{\"IdentityStoreId\":\"" + store + "\"}");
  }

  /** As large as a reader of names takes them, so that every one could be kept. */
  private static void namesInTheJournal(Emulator emulator) throws IOException {
    byte[] request = named("x".repeat(200 * 1024)).getBytes(ISO_8859_1);
    byte[] larger = large();
    try (RawClient client = new RawClient(emulator)) {
      for (int each = 0; each < MEGABYTES; each++) {
        client.send(larger).response();
        client.send(request).response();
      }
    }
  }

  private static void largeRequestsTogether(Emulator emulator) throws Exception {
    byte[] request = large();
    ExecutorService clients = Executors.newFixedThreadPool(60);
    try {
      List<Future<?>> calls = new ArrayList<>();
      for (int each = 0; each < MEGABYTES; each++) {
        calls.add(clients.submit(() -> sentOrPushedOut(emulator, request)));
      }
      for (Future<?> each : calls) {
        each.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private static Void sentOrPushedOut(Emulator emulator, byte[] request) {
    try (RawClient client = new RawClient(emulator)) {
      client.send(request).response();
    } catch (IOException pushedOut) {
      // Where there is no room, who is slowest goes.
    }
    return null;
  }

  private static void halvesOfLargeRequests(Emulator emulator) throws IOException {
    byte[] whole = large();
    byte[] half = Arrays.copyOf(whole, whole.length - 1);
    List<RawClient> clients = new ArrayList<>();
    for (int each = 0; each < MEGABYTES; each++) {
      RawClient client = new RawClient(emulator);
      clients.add(client);
      client.send(half);
    }
    for (RawClient each : clients) {
      each.close();
    }
  }
}
