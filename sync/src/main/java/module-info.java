/** Groups that follow a file or another system, and cannot be emptied by accident. */
module dev.roster.sync {
  requires static transitive org.jspecify;
  requires transitive dev.roster.core;
  requires de.siegmar.fastcsv;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports dev.roster.sync;
}
