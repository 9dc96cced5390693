@NullMarked
package dev.roster.campaign;

import org.jspecify.annotations.NullMarked;
