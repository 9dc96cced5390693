@NullMarked
package dev.roster.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
