/** A fast local server with canned responses in both protocols, which throttles if configured. */
@NullMarked
package dev.roster.benchmarks.server;

import org.jspecify.annotations.NullMarked;
