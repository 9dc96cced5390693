/**
 * Identity stores in memory, for tests: {@link dev.roster.memory.MemoryIdentityStore} holds the
 * state, its {@link dev.roster.memory.MemoryEntities} the users and groups with their attributes,
 * {@link dev.roster.memory.MemoryMemberships} makes drivers over it, {@link
 * dev.roster.memory.FaultScript} spoils chosen requests, and {@link dev.roster.memory.ManualTime}
 * is a clock that a test turns by hand.
 *
 * <p>{@link dev.roster.RosterClient#unwrap} and {@link dev.roster.RosterClient#callNative} give the
 * {@code MemoryIdentityStore}. What is done with it is behind the wire: no fault spoils it, and it
 * is not counted.
 *
 * <p>The driver is the reference implementation of the contract in {@link dev.roster.spi}: where
 * two services differ, it does what the contract says in its strictest reading.
 */
@NullMarked
package dev.roster.memory;

import org.jspecify.annotations.NullMarked;
