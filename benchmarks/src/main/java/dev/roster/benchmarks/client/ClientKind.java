package dev.roster.benchmarks.client;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.core.retry.RetryMode;

/** The libraries and settings that are compared. */
public enum ClientKind {
  /** Roster on AWS. */
  ROSTER_AWS("roster-aws", "Roster, AWS"),
  /** Roster on AWS over the JDK's own HTTP client. */
  ROSTER_AWS_URL_CONNECTION("roster-aws-url-connection", "Roster, AWS, url-connection"),
  /** Roster on AWS, the next page read on another thread. */
  ROSTER_AWS_AHEAD("roster-aws", "Roster, AWS, read-ahead"),
  /** Roster on Huawei Cloud. */
  ROSTER_HUAWEI("roster-huawei", "Roster, Huawei"),
  /** Roster on Huawei Cloud, the next page read on another thread. */
  ROSTER_HUAWEI_AHEAD("roster-huawei", "Roster, Huawei, read-ahead"),
  /** The AWS SDK as it comes. */
  AWS_SDK("aws-sdk", "AWS SDK, default"),
  /** The AWS SDK over the JDK's own HTTP client. */
  AWS_SDK_URL_CONNECTION("aws-sdk-url-connection", "AWS SDK, url-connection"),
  /** The AWS SDK with its standard retries. */
  AWS_SDK_STANDARD("aws-sdk", "AWS SDK, standard mode"),
  /** The AWS SDK with its client-side rate limiting. */
  AWS_SDK_ADAPTIVE("aws-sdk", "AWS SDK, adaptive mode"),
  /** The Huawei SDK as it comes: it repeats nothing. */
  HUAWEI_SDK("huawei-sdk", "Huawei SDK, default"),
  /** The Huawei SDK, set to retry throttled calls. */
  HUAWEI_SDK_RETRYING("huawei-sdk", "Huawei SDK, 5 retries on 429"),
  /** An HTTP client alone: the floor. */
  OKHTTP("okhttp", "bare OkHttp, nothing signed");

  /** In its usual setting, each of Roster before what it is compared with. */
  public static final List<ClientKind> ONE_OF_EACH_CLASS_PATH =
      List.of(
          ROSTER_AWS,
          AWS_SDK,
          ROSTER_AWS_URL_CONNECTION,
          AWS_SDK_URL_CONNECTION,
          ROSTER_HUAWEI,
          HUAWEI_SDK,
          OKHTTP);

  private final String classPath;
  private final String title;

  ClientKind(String classPath, String title) {
    this.classPath = classPath;
    this.title = title;
  }

  /** Opens a client. Only what is opened needs to be on the class path. */
  public BenchmarkedClient open(URI endpoint) {
    return switch (this) {
      case ROSTER_AWS, ROSTER_AWS_URL_CONNECTION -> RosterMemberships.aws(endpoint);
      case ROSTER_AWS_AHEAD -> RosterMemberships.aws(endpoint).readingAhead();
      case ROSTER_HUAWEI -> RosterMemberships.huawei(endpoint);
      case ROSTER_HUAWEI_AHEAD -> RosterMemberships.huawei(endpoint).readingAhead();
      case AWS_SDK, AWS_SDK_URL_CONNECTION -> AwsSdkClient.open(endpoint);
      case AWS_SDK_STANDARD -> AwsSdkClient.open(endpoint, RetryMode.STANDARD);
      case AWS_SDK_ADAPTIVE -> AwsSdkClient.open(endpoint, RetryMode.ADAPTIVE_V2);
      case HUAWEI_SDK -> HuaweiSdkClient.open(endpoint, 0);
      case HUAWEI_SDK_RETRYING -> HuaweiSdkClient.open(endpoint, HuaweiSdkClient.RETRIES);
      case OKHTTP -> new BareHttpClient(endpoint);
    };
  }

  /** The name of the class path that it runs on, below {@code class-paths}. */
  public String classPath() {
    return classPath;
  }

  /** What a table calls it. */
  public String title() {
    return title;
  }

  /** Whether it is this library. */
  public boolean isRoster() {
    return name().startsWith("ROSTER");
  }

  /** The kind that a command line names, such as {@code roster-aws}. */
  public static ClientKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no client '" + name + "'"));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
