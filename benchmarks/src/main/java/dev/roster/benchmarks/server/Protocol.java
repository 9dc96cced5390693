package dev.roster.benchmarks.server;

import java.util.OptionalInt;

/** The responses of one service, ready to be sent. */
interface Protocol {

  /** The response to a request within the limit. */
  byte[] respond(Request request, int listingSize);

  /** The response beyond the limit, with or without a hint of seconds to wait. */
  byte[] throttled(OptionalInt retryAfter);
}
