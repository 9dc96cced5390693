/** Keeps each attempt within its time. A leaf: it depends on no other room. */
@NullMarked
package dev.roster.aws.internal.attempt;

import org.jspecify.annotations.NullMarked;
