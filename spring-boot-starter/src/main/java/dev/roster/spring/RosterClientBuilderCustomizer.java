package dev.roster.spring;

import dev.roster.RosterClientBuilder;

/**
 * Changes how clients are built, last of all: what no property says, such as a rate limiter that
 * several clients share. A bean of this type is applied to every client; several are applied in
 * their order.
 */
@FunctionalInterface
public interface RosterClientBuilderCustomizer {

  /**
   * Changes a builder.
   *
   * @param client the client's name in {@code roster.clients}, or {@link
   *     RosterConnectionDetails#DEFAULT_CLIENT}
   * @param builder the builder, with the properties and listeners applied
   */
  void customize(String client, RosterClientBuilder builder);
}
