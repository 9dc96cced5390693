package dev.roster.examples.lines;

import dev.roster.IdentityStoreId;
import dev.roster.spi.AttemptContext;
import java.io.IOException;
import java.net.InetSocketAddress;

/** One store of the service: a request is a verb, the store and words. Thread-safe. */
final class LineService {

  private final IdentityStoreId store;
  private final LineExchange exchange;

  LineService(IdentityStoreId store, InetSocketAddress service) {
    this.store = store;
    this.exchange = new LineExchange(service);
  }

  IdentityStoreId store() {
    return store;
  }

  LineResponse send(AttemptContext attempt, String verb, String... words) throws IOException {
    String line = verb + '\t' + store.value() + '\t' + String.join("\t", words);
    LineResponse response = LineResponse.parse(exchange.send(line, attempt));
    attempt.requestId(response.requestId());
    return response.orRefusal();
  }
}
