/** What one call costs, measured with JMH. */
@NullMarked
package dev.roster.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
