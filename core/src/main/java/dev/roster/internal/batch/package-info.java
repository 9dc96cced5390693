/**
 * Several members in one request: which are sent together, what becomes of each, and how a bad one
 * among them is found. Each request is a call through {@link dev.roster.internal.call}.
 */
@NullMarked
package dev.roster.internal.batch;

import org.jspecify.annotations.NullMarked;
