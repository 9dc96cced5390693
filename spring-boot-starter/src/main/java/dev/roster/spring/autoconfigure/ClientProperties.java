package dev.roster.spring.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/** What the properties say of one client. Public methods are for Spring Boot's binder. */
sealed class ClientProperties permits RosterProperties {

  /** Configuration string, scheme://STORE?parameter=value. It carries no secrets. */
  private @Nullable String uri;

  /** Provider, such as aws or huawei; in place of a configuration string. */
  private @Nullable String provider;

  /** Identifier of the identity store; in place of a configuration string. */
  private @Nullable String identityStoreId;

  /** Home region of the identity store. AWS: that of the SDK's chain unless set. */
  private @Nullable String region;

  /** Address of the service, where it is not the region's. */
  private @Nullable String endpoint;

  /** Whether the endpoint may be one without TLS on another host. */
  private @Nullable Boolean allowPlainHttp;

  /** Proxy, http://host:port or none; that of the JVM or the environment unless set. */
  private @Nullable String proxy;

  /** Whether identifiers are checked against the documented patterns, not their lengths alone. */
  private @Nullable Boolean strictIds;

  /** Time for a whole call, waits and attempts included; 5 minutes unless set. */
  private @Nullable Duration deadline;

  /** Time for one attempt; 20 seconds unless set. */
  private @Nullable Duration attemptTimeout;

  /** Time for reads that settle a write whose response was lost; 30 seconds unless set. */
  private @Nullable Duration settlingTime;

  /** Ceiling for all requests of the client together, a second; none unless set. */
  private @Nullable Double maxCallsPerSecond;

  /** Further parameters of the provider, as its configuration string names them. */
  private final Map<String, String> parameters = new LinkedHashMap<>();

  @NestedConfigurationProperty private final RetryProperties retry = new RetryProperties();

  @NestedConfigurationProperty private final AwsProperties aws = new AwsProperties();

  @NestedConfigurationProperty private final HuaweiProperties huawei = new HuaweiProperties();

  public @Nullable String getUri() {
    return uri;
  }

  public void setUri(@Nullable String text) {
    uri = text;
  }

  public @Nullable String getProvider() {
    return provider;
  }

  public void setProvider(@Nullable String name) {
    provider = name;
  }

  public @Nullable String getIdentityStoreId() {
    return identityStoreId;
  }

  public void setIdentityStoreId(@Nullable String id) {
    identityStoreId = id;
  }

  public @Nullable String getRegion() {
    return region;
  }

  public void setRegion(@Nullable String id) {
    region = id;
  }

  public @Nullable String getEndpoint() {
    return endpoint;
  }

  public void setEndpoint(@Nullable String address) {
    endpoint = address;
  }

  public @Nullable Boolean getAllowPlainHttp() {
    return allowPlainHttp;
  }

  public void setAllowPlainHttp(@Nullable Boolean allowed) {
    allowPlainHttp = allowed;
  }

  public @Nullable String getProxy() {
    return proxy;
  }

  public void setProxy(@Nullable String address) {
    proxy = address;
  }

  public @Nullable Boolean getStrictIds() {
    return strictIds;
  }

  public void setStrictIds(@Nullable Boolean strict) {
    strictIds = strict;
  }

  public @Nullable Duration getDeadline() {
    return deadline;
  }

  public void setDeadline(@Nullable Duration time) {
    deadline = time;
  }

  public @Nullable Duration getAttemptTimeout() {
    return attemptTimeout;
  }

  public void setAttemptTimeout(@Nullable Duration time) {
    attemptTimeout = time;
  }

  public @Nullable Duration getSettlingTime() {
    return settlingTime;
  }

  public void setSettlingTime(@Nullable Duration time) {
    settlingTime = time;
  }

  public @Nullable Double getMaxCallsPerSecond() {
    return maxCallsPerSecond;
  }

  public void setMaxCallsPerSecond(@Nullable Double rate) {
    maxCallsPerSecond = rate;
  }

  public Map<String, String> getParameters() {
    return parameters;
  }

  public RetryProperties getRetry() {
    return retry;
  }

  public AwsProperties getAws() {
    return aws;
  }

  public HuaweiProperties getHuawei() {
    return huawei;
  }
}
