package dev.roster.cli.session;

import picocli.CommandLine.IVersionProvider;

/** The version that stands in the jar's manifest. */
final class ProgramVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {"roster " + (version == null ? "(not run from its jar)" : version)};
  }
}
