package dev.roster.aws;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The SDK's HTTP clients for which the promises hold. */
enum HttpClientKind {
  APACHE_5,
  APACHE_4,
  URL_CONNECTION;

  SdkHttpClient.Builder<?> builder() {
    return switch (this) {
      case APACHE_5 -> Apache5HttpClient.builder();
      case APACHE_4 -> ApacheHttpClient.builder();
      case URL_CONNECTION -> UrlConnectionHttpClient.builder();
    };
  }
}
