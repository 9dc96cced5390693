/** Starts servers and loads, takes medians, and writes tables and a plot. */
@NullMarked
package dev.roster.benchmarks.run;

import org.jspecify.annotations.NullMarked;
