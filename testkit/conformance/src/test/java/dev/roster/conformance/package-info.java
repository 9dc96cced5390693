/** The kit's first run, over the driver in memory, and what it notices. */
@org.jspecify.annotations.NullMarked
package dev.roster.conformance;
