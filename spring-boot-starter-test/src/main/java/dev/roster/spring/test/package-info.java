/**
 * Tests of Spring Boot applications that use Roster, on an emulator of both clouds.
 *
 * <p>{@link dev.roster.spring.test.RosterTest} starts the part of an application that uses Roster,
 * {@link dev.roster.spring.test.AutoConfigureRosterEmulator} leads a whole application to the
 * emulator. The application's properties stay as they are: the scheme of {@code roster.uri} picks
 * the protocol that is spoken.
 */
@NullMarked
package dev.roster.spring.test;

import org.jspecify.annotations.NullMarked;
