package dev.roster.spring;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where clients connect to, in place of what the properties say. A test provides a bean of this
 * type to lead the application to an emulator; a platform, to lead it to a store that it knows.
 */
@FunctionalInterface
public interface RosterConnectionDetails extends ConnectionDetails {

  /** The name of the client that has none: that of {@code roster.uri}. */
  String DEFAULT_CLIENT = "default";

  /**
   * Where a client connects to.
   *
   * @param client the client's name in {@code roster.clients}, or {@link #DEFAULT_CLIENT}
   * @return the store, how to reach it and, where it is not for the provider to find them, keys
   */
  RosterConnection connection(String client);
}
