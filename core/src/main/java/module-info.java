/**
 * The provider-neutral membership API: {@link dev.roster} for callers, {@link dev.roster.spi} for
 * providers.
 */
module dev.roster.core {
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports dev.roster;
  exports dev.roster.bulk;
  exports dev.roster.directory;
  exports dev.roster.query;
  exports dev.roster.reconcile;
  exports dev.roster.spi;

  uses dev.roster.spi.DriverFactory;
}
