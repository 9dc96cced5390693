/** A service that manages the members of groups, on the cloud that one property names. */
@NullMarked
package dev.roster.examples.spring;

import org.jspecify.annotations.NullMarked;
