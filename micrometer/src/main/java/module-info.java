/** Metrics and traces of calls, through Micrometer. */
module dev.roster.micrometer {
  requires static transitive org.jspecify;
  requires transitive dev.roster.core;
  requires transitive micrometer.commons;
  requires transitive micrometer.observation;
  requires static transitive micrometer.core;

  exports dev.roster.micrometer;
}
