package dev.roster.examples.springguide;

import dev.roster.CallListener;
import dev.roster.RateLimiter;
import dev.roster.RosterException;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.spring.AwsHttpClientCustomizer;
import dev.roster.spring.HuaweiHttpClientCustomizer;
import dev.roster.spring.RosterClientBuilderCustomizer;
import dev.roster.spring.RosterProblemDetails;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;

/** Beans that change what the starter makes. */
@Configuration(proxyBeanMethods = false)
class Beans {

  @Bean
  @Qualifier("aws")
  AwsCredentialsProvider keysOfAws() {
    return ProfileCredentialsProvider.create("identity");
  }

  @Bean
  HuaweiCredentialsProvider keysOfHuawei() {
    return HuaweiCredentialsProvider.instanceMetadata();
  }

  @Bean
  RosterClientBuilderCustomizer sharedLimiter() {
    RateLimiter account = RateLimiter.adaptive(15);
    return (client, builder) -> builder.rateLimiter(account);
  }

  @Bean
  CallListener audit() {
    return new CallListener() {};
  }

  @Bean
  AwsHttpClientCustomizer awsHttp() {
    return (client, http) -> http.connectionTimeout(Duration.ofSeconds(2));
  }

  @Bean
  HuaweiHttpClientCustomizer huaweiHttp() {
    return (client, http) -> http.connectTimeout(Duration.ofSeconds(2));
  }

  /** In place of the starter's responses. */
  @RestControllerAdvice
  static class Errors {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(RosterException error) {
      ProblemDetail problem = RosterProblemDetails.of(error);
      problem.setProperty("support", "identity@example.com");
      return ResponseEntity.of(problem).build();
    }
  }
}
