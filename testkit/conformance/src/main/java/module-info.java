/** The conformance kit: the suite that every provider passes. */
module dev.roster.conformance {
  requires static transitive org.jspecify;
  requires transitive dev.roster.core;
  requires transitive dev.roster.memory;
  requires transitive org.junit.jupiter.api;
  requires org.junit.jupiter.params;
  requires org.assertj.core;
  requires ch.qos.logback.classic;
  requires ch.qos.logback.core;
  requires org.slf4j;

  exports dev.roster.conformance;

  opens dev.roster.conformance;
}
