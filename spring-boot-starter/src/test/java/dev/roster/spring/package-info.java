@NullMarked
package dev.roster.spring;

import org.jspecify.annotations.NullMarked;
