/** What {@code docs/spring.md} shows, compiled. */
@NullMarked
package dev.roster.examples.springguide;

import org.jspecify.annotations.NullMarked;
