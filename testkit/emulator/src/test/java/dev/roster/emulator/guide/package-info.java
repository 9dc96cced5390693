/** What docs/testing-without-a-cloud.md shows, compiled and run. */
@org.jspecify.annotations.NullMarked
package dev.roster.emulator.guide;
