/** What is measured: Roster, the official SDKs, and an HTTP client alone, behind one small face. */
@NullMarked
package dev.roster.benchmarks.client;

import org.jspecify.annotations.NullMarked;
