/** Tests of the observations. */
@NullMarked
package dev.roster.micrometer;

import org.jspecify.annotations.NullMarked;
