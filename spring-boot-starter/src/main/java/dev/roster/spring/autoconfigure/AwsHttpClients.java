package dev.roster.spring.autoconfigure;

import dev.roster.aws.AwsDrivers;

/** Gives a driver the HTTP client that the application has customized. */
@FunctionalInterface
interface AwsHttpClients {

  void apply(String client, AwsDrivers.Builder driver);
}
