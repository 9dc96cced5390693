/**
 * What a client can say of its configuration: the cheapest read, through {@link
 * dev.roster.internal.call}, and its findings in words.
 */
@NullMarked
package dev.roster.internal.check;

import org.jspecify.annotations.NullMarked;
