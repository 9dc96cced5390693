package dev.roster.benchmarks.client;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import software.amazon.awssdk.core.retry.RetryMode;

/** The libraries and settings that are compared. */
public enum ClientKind {
  /** Roster on AWS. */
  ROSTER_AWS("roster-aws", "Roster, AWS") {
    @Override
    public BenchmarkedClient open(URI endpoint) {
      return RosterClient.aws(endpoint);
    }
  },
  /** Roster on AWS over the JDK's own HTTP client. */
  ROSTER_AWS_URL_CONNECTION("roster-aws-url-connection", "Roster, AWS, url-connection") {
    @Override
    public BenchmarkedClient open(URI endpoint) {
      return RosterClient.aws(endpoint);
    }
  },
  /** Roster on AWS, the next page read on another thread. */
  ROSTER_AWS_AHEAD("roster-aws", "Roster, AWS, read-ahead") {
    @Override
    public BenchmarkedClient open(URI endpoint) {
      return RosterClient.aws(endpoint).readingAhead();
    }
  },
  /** Roster on Huawei Cloud. */
  ROSTER_HUAWEI("roster-huawei", "Roster, Huawei") {
    @Override
    public BenchmarkedClient open(URI endpoint) {
      return RosterClient.huawei(endpoint);
    }
  },
  /** Roster on Huawei Cloud, the next page read on another thread. */
  ROSTER_HUAWEI_AHEAD("roster-huawei", "Roster, Huawei, read-ahead") {
    @Override
    public BenchmarkedClient open(URI endpoint) {
      return RosterClient.huawei(endpoint).readingAhead();
    }
  },
  /** The AWS SDK as it comes. */
  AWS_SDK("aws-sdk", "AWS SDK, default") {
    @Override
    public BenchmarkedClient open(URI endpoint) {
      return AwsSdkClient.open(endpoint);
    }
  },
  /** The AWS SDK over the JDK's own HTTP client. */
  AWS_SDK_URL_CONNECTION("aws-sdk-url-connection", "AWS SDK, url-connection") {
    @Override
    public BenchmarkedClient open(URI endpoint) {
      return AwsSdkClient.open(endpoint);
    }
  },
  /** The AWS SDK with its standard retries. */
  AWS_SDK_STANDARD("aws-sdk", "AWS SDK, standard mode") {
    @Override
    public BenchmarkedClient open(URI endpoint) {
      return AwsSdkClient.open(endpoint, RetryMode.STANDARD);
    }
  },
  /** The AWS SDK with its client-side rate limiting. */
  AWS_SDK_ADAPTIVE("aws-sdk", "AWS SDK, adaptive mode") {
    @Override
    public BenchmarkedClient open(URI endpoint) {
      return AwsSdkClient.open(endpoint, RetryMode.ADAPTIVE_V2);
    }
  },
  /** The Huawei SDK as it comes: it repeats nothing. */
  HUAWEI_SDK("huawei-sdk", "Huawei SDK, default") {
    @Override
    public BenchmarkedClient open(URI endpoint) {
      return HuaweiSdkClient.open(endpoint, 0);
    }
  },
  /** The Huawei SDK told to repeat throttled calls. */
  HUAWEI_SDK_RETRYING("huawei-sdk", "Huawei SDK, 5 retries on 429") {
    @Override
    public BenchmarkedClient open(URI endpoint) {
      return HuaweiSdkClient.open(endpoint, HuaweiSdkClient.RETRIES);
    }
  },
  /** An HTTP client alone: the floor. */
  OKHTTP("okhttp", "bare OkHttp, nothing signed") {
    @Override
    public BenchmarkedClient open(URI endpoint) {
      return new BareHttpClient(endpoint);
    }
  };

  private final String classPath;
  private final String title;

  ClientKind(String classPath, String title) {
    this.classPath = classPath;
    this.title = title;
  }

  /** Opens a client. */
  public abstract BenchmarkedClient open(URI endpoint);

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
