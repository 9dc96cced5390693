/** Decides whether a response is the service's own. A leaf: it depends on no other room. */
@NullMarked
package dev.roster.aws.internal.proof;

import org.jspecify.annotations.NullMarked;
