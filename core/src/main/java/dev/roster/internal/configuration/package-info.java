/**
 * What a client is opened with: its configuration string, the driver that the string names and what
 * that can do, and its settings. It uses {@code internal.pacing} only, for the limiter.
 */
@NullMarked
package dev.roster.internal.configuration;

import org.jspecify.annotations.NullMarked;
