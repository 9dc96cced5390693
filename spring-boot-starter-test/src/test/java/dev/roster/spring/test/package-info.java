@NullMarked
package dev.roster.spring.test;

import org.jspecify.annotations.NullMarked;
