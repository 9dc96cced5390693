/**
 * The kit that every provider passes. It is for authors of a {@link
 * dev.roster.spi.MembershipDriver}: implement {@link dev.roster.conformance.ConformanceHarness}
 * over the driver and something that handles its requests, then extend {@link
 * dev.roster.conformance.DriverConformance} by a class of one method.
 *
 * <pre>{@code
 * class MyCloudConformanceTest extends DriverConformance {
 *   protected ConformanceHarness newHarness() {
 *     return new MyCloudHarness();
 *   }
 * }
 * }</pre>
 *
 * <p>The suites are split by promise, so that one can be run alone while a driver is being written:
 * extend it instead of {@code DriverConformance}. All assertions are inside. After each test the
 * kit checks, whatever the test was about, that exactly the expected requests went over the wire,
 * that no thread and no connection was left behind, and that no secret stood in a log line.
 *
 * <p>The kit has a clock of its own: waits of a client take no time. Log lines are captured through
 * Logback, which must be the only SLF4J binding of the test run.
 */
@NullMarked
package dev.roster.conformance;

import org.jspecify.annotations.NullMarked;
