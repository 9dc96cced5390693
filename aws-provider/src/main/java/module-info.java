/** Memberships in AWS IAM Identity Center. */
module dev.roster.aws {
  // The default HTTP client uses it without saying so; a module path has only what is asked for.
  requires jdk.net;
  requires transitive dev.roster.core;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires transitive software.amazon.awssdk.auth;
  requires software.amazon.awssdk.awscore;
  requires software.amazon.awssdk.core;
  requires software.amazon.awssdk.endpoints;
  requires transitive software.amazon.awssdk.http;
  requires static software.amazon.awssdk.http.apache;
  requires static software.amazon.awssdk.http.apache5;
  requires static software.amazon.awssdk.http.urlconnection;
  requires software.amazon.awssdk.http.auth.aws;
  requires software.amazon.awssdk.http.auth.spi;
  requires software.amazon.awssdk.identity.spi;
  requires transitive software.amazon.awssdk.regions;
  requires software.amazon.awssdk.metrics;
  requires software.amazon.awssdk.profiles;
  requires software.amazon.awssdk.retries.api;
  requires transitive software.amazon.awssdk.services.identitystore;
  requires software.amazon.awssdk.utils;

  exports dev.roster.aws;

  uses software.amazon.awssdk.http.SdkHttpService;

  provides dev.roster.spi.DriverFactory with
      dev.roster.aws.AwsDriverFactory;
}
