package dev.roster.emulator;

/** By what a single user or group is looked up. */
@FunctionalInterface
interface AwsLookup {

  /** The identifier of what is found. */
  String in(Directory directory);
}
