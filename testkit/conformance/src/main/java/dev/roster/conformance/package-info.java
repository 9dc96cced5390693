/** x. */
@org.jspecify.annotations.NullMarked
package dev.roster.conformance;
