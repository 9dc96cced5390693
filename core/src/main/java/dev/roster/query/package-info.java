/**
 * Questions about many members and many groups, with the fewest calls: {@link
 * dev.roster.query.AccessPlan} says how and how many before anything is sent, {@link
 * dev.roster.query.AccessQueries} asks.
 *
 * <p>Who is in which of many groups is a question of yes or no, and can be found in three ways, of
 * which the cheapest mix is chosen. All members of many groups, and all groups of many members, are
 * memberships with their ids, and can only be listed: there the plan is the number of calls.
 */
@org.jspecify.annotations.NullMarked
package dev.roster.query;
