package dev.roster.spring.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Starts the context of a {@link RosterTest}. */
final class RosterTestContextBootstrapper extends TestSliceTestContextBootstrapper<RosterTest> {}
