package dev.roster.aws.internal.http;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpRequest;

/** What is known of the proxies that an HTTP client uses. */
@FunctionalInterface
interface KnownProxies {

  /** The proxy that stands before a request; null where none is known. */
  @Nullable NamedProxy of(SdkHttpRequest request);
}
