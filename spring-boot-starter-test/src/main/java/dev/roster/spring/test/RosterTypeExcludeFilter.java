package dev.roster.spring.test;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Leaves the application's components out of a {@link RosterTest}. */
final class RosterTypeExcludeFilter
    extends StandardAnnotationCustomizableTypeExcludeFilter<RosterTest> {

  RosterTypeExcludeFilter(Class<?> test) {
    super(test);
  }
}
