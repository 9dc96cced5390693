/**
 * What the client's operations consist of where that is more than a request: those about
 * memberships, and native calls. Each is a call through {@link dev.roster.internal.call}.
 */
@NullMarked
package dev.roster.internal.operation;

import org.jspecify.annotations.NullMarked;
