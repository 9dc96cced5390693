package dev.roster.internal.errors;

import dev.roster.CallInfo;
import dev.roster.ClientMethod;
import dev.roster.Outcome;
import java.time.Duration;

/** What an exception says of its call. */
public interface CallAccount {

  /** {@return the client's method that was called} */
  ClientMethod method();

  /** {@return the call as listeners know it} */
  CallInfo info();

  /** {@return what the call is about, in words} */
  String words();

  /** {@return how many attempts it has made} */
  int attempts();

  /** {@return the time since it began} */
  Duration elapsed();

  /** {@return what it may have changed} */
  Outcome outcome();
}
