/** The in-memory provider: the reference implementation of the contract, with scripted faults. */
module dev.roster.memory {
  requires static transitive org.jspecify;
  requires transitive dev.roster.core;

  exports dev.roster.memory;

  provides dev.roster.spi.DriverFactory with
      dev.roster.memory.internal.driver.MemoryDriverFactory;
}
