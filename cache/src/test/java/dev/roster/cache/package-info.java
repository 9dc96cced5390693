/** Tests of the look-up cache. */
@org.jspecify.annotations.NullMarked
package dev.roster.cache;
