/** Both clouds through an HTTP proxy, with TLS through its tunnels. */
@org.jspecify.annotations.NullMarked
package dev.roster.examples.proxies;
