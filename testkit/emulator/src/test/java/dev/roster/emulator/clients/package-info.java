/** Clients that are programs of their own: what a machine may have installed. */
@org.jspecify.annotations.NullMarked
package dev.roster.emulator.clients;
