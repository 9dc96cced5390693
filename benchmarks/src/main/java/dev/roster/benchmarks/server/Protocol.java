package dev.roster.benchmarks.server;

import java.util.OptionalInt;

/** The responses of one service, ready to be sent. */
interface Protocol {

  /** What the service answers to a request that it has time for. */
  byte[] answer(Request request, int listingSize);

  /** What it answers else, with or without a hint of seconds to wait. */
  byte[] throttled(OptionalInt retryAfter);
}
