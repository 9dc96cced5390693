@NullMarked
package dev.roster.aws;

import org.jspecify.annotations.NullMarked;
