package dev.roster.campaign.client;

import dev.roster.campaign.weather.Dice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Credentials that are missing where the weather says so, in the ways of the SDK's providers. */
public final class AwsKeys implements AwsCredentialsProvider {

  private static final int CLIENT_ERROR = 400;

  private final AwsCredentials keys;
  private final Network network;

  AwsKeys(String id, String secret, Network network) {
    this.keys = AwsBasicCredentials.create(id, secret);
    this.network = network;
  }

  @Override
  @SuppressWarnings("NullAway") // A provider that breaks its promise gives null.
  public AwsCredentials resolveCredentials() {
    Dice dice = network.lackOfCredentials();
    if (dice == null) {
      return keys;
    }
    return switch (dice.below(7)) {
      case 0 -> throw service("ResourceNotFoundException");
      case 1 -> throw wrapped(service("ResourceNotFoundException"));
      case 2 -> throw service("TooManyRequestsException");
      case 3 -> throw service("InternalFailure");
      case 4 -> throw wrapped(null);
      case 5 -> throw new IllegalStateException("the key ring is locked");
      default -> null;
    };
  }

  private static SdkClientException wrapped(@Nullable Throwable cause) {
    return SdkClientException.builder().message("no token").cause(cause).build();
  }

  private static AwsServiceException service(String code) {
    return AwsServiceException.builder()
        .message("refused by the token service")
        .statusCode(CLIENT_ERROR)
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode(code).errorMessage("no session").build())
        .build();
  }
}
