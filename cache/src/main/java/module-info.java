/** A bounded memory of names and identifiers in front of a client's directory. */
module dev.roster.cache {
  requires static transitive org.jspecify;
  requires transitive dev.roster.core;
  requires com.github.benmanes.caffeine;

  exports dev.roster.cache;
}
