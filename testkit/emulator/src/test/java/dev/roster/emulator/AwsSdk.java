package dev.roster.emulator;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreAsyncClient;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** The official SDK's two clients behind one face; only endpoint, region and keys are set. */
enum AwsSdk {
  SYNC {
    @Override
    IdentitystoreClient client(Emulator emulator) {
      return configure(IdentitystoreClient.builder(), emulator).build();
    }
  },
  ASYNC {
    @Override
    IdentitystoreClient client(Emulator emulator) {
      IdentitystoreAsyncClient async =
          configure(IdentitystoreAsyncClient.builder(), emulator).build();
      return (IdentitystoreClient)
          Proxy.newProxyInstance(
              AwsSdk.class.getClassLoader(),
              new Class<?>[] {IdentitystoreClient.class},
              (proxy, method, arguments) -> joined(async, method, arguments));
    }
  };

  abstract IdentitystoreClient client(Emulator emulator);

  private static <B extends AwsClientBuilder<B, ?>> B configure(B builder, Emulator emulator) {
    AwsBasicCredentials keys =
        AwsBasicCredentials.create(emulator.key().id(), emulator.key().secret());
    return builder
        .endpointOverride(emulator.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(StaticCredentialsProvider.create(keys))
        .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()));
  }

  /** The asynchronous client's method of the same name, waited for. */
  private static Object joined(IdentitystoreAsyncClient async, Method method, Object[] arguments)
      throws Throwable {
    Method same =
        IdentitystoreAsyncClient.class.getMethod(method.getName(), method.getParameterTypes());
    try {
      Object result = same.invoke(async, arguments);
      return result instanceof CompletableFuture<?> future ? future.join() : result;
    } catch (CompletionException failed) {
      throw Objects.requireNonNull(failed.getCause());
    } catch (InvocationTargetException failed) {
      throw Objects.requireNonNull(failed.getCause());
    }
  }
}
