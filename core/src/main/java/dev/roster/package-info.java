/**
 * What applications use: {@link dev.roster.RosterClient} adds people to groups, removes them, lists
 * them and asks who is in what, with the same types, errors, paging and behavior under throttling
 * whichever service keeps the groups.
 *
 * <p>Start at {@link dev.roster.RosterClient#open(String)}. Everything that can go wrong on the way
 * to a service is a {@link dev.roster.RosterException}; its {@link
 * dev.roster.RosterException#code() code} says what happened and its {@link
 * dev.roster.RosterException#outcome() outcome} whether anything may have changed.
 *
 * <p>No method of this package returns {@code null}, and none takes it but where it says so.
 */
@NullMarked
package dev.roster;

import org.jspecify.annotations.NullMarked;
