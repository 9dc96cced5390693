/**
 * Questions about many members and many groups, answered with the fewest calls: {@link
 * dev.roster.query.AccessPlan} says how and how many before anything is sent, {@link
 * dev.roster.query.AccessQueries} asks.
 */
@org.jspecify.annotations.NullMarked
package dev.roster.query;
