/** Programs that put one library under load, each in a process of its own, and tell figures. */
@NullMarked
package dev.roster.benchmarks.load;

import org.jspecify.annotations.NullMarked;
