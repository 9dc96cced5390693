/**
 * Checks of what applications give: each message names the argument and the rule. It uses {@code
 * internal.text} only.
 */
@NullMarked
package dev.roster.internal.argument;

import org.jspecify.annotations.NullMarked;
