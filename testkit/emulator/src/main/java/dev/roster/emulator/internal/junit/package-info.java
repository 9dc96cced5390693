/**
 * What the JUnit extension keeps in JUnit's stores. Depends on the public package, and on nothing
 * of JUnit that is newer than 5.10.
 */
@NullMarked
package dev.roster.emulator.internal.junit;

import org.jspecify.annotations.NullMarked;
