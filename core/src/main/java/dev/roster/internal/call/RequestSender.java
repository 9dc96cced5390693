package dev.roster.internal.call;

import dev.roster.internal.errors.RequestFailed;

/** One layer on the way of a request. It knows the next one by this interface only. */
interface RequestSender {

  /**
   * Makes a request.
   *
   * @param request what to send
   * @param <T> what the driver returns
   * @return the driver's result
   * @throws RequestFailed if it failed as far as this layer can tell
   */
  <T> T send(Request<T> request) throws RequestFailed;
}
