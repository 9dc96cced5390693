/**
 * Look-ups of users and groups that are remembered for a while: {@link
 * dev.roster.cache.CachedLookups} stands in front of a client's directory. Nothing is cached unless
 * an application makes one.
 */
@org.jspecify.annotations.NullMarked
package dev.roster.cache;
