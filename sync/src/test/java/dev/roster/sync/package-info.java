/** Tests of what a sync may do, and of what it must not. */
@org.jspecify.annotations.NullMarked
package dev.roster.sync;
