/**
 * Roster in Spring Boot applications: what an application implements or provides as a bean, to
 * change what auto-configuration makes of the properties {@code roster.*}.
 *
 * <p>The beans that auto-configuration makes are {@link dev.roster.RosterClient}s: one for {@code
 * roster.uri}, and one for each {@code roster.clients.NAME.uri}, to be injected with
 * {@code @Qualifier("NAME")}.
 */
@NullMarked
package dev.roster.spring;

import org.jspecify.annotations.NullMarked;
