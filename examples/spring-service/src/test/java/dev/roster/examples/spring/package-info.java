@NullMarked
package dev.roster.examples.spring;

import org.jspecify.annotations.NullMarked;
