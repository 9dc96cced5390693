/** A fast local server with canned responses in both protocols, which throttles when told to. */
@NullMarked
package dev.roster.benchmarks.server;

import org.jspecify.annotations.NullMarked;
