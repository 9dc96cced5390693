package dev.roster.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a caller of a WebFlux application gets: the same as one of Spring MVC. */
@ExtendWith(OutputCaptureExtension.class)
class ReactiveProblemDetailsTest {

  private static final AutoConfigurations OF_ROSTER =
      AutoConfigurations.of(
          RosterAutoConfiguration.class, RosterProblemDetailsAutoConfiguration.class);

  private final ReactiveWebApplicationContextRunner application =
      new ReactiveWebApplicationContextRunner()
          .withConfiguration(OF_ROSTER)
          .withUserConfiguration(WebFlux.class)
          .withBean(Groups.class);

  @EnableWebFlux
  static class WebFlux {}

  @EnableWebMvc
  static class WebMvc {}

  /** Fails as its path says, in each way in which a controller can. */
  @RestController
  static class Groups {

    @GetMapping("/thrown/{code}")
    String thrown(@PathVariable("code") ErrorCode code) {
      throw failure(code);
    }

    @GetMapping("/mono/{code}")
    Mono<String> mono(@PathVariable("code") ErrorCode code) {
      return Mono.error(() -> failure(code));
    }

    @GetMapping("/flux/{code}")
    Flux<String> flux(@PathVariable("code") ErrorCode code) {
      return Flux.error(() -> failure(code));
    }

    @GetMapping("/future/{code}")
    CompletableFuture<String> future(@PathVariable("code") ErrorCode code) {
      return CompletableFuture.failedFuture(new CompletionException(failure(code)));
    }

    @GetMapping("/cause/{code}")
    Mono<String> cause(@PathVariable("code") ErrorCode code) {
      return Mono.error(() -> new IllegalStateException(failure(code)));
    }

    @GetMapping("/status/{code}")
    Mono<String> status(@PathVariable("code") ErrorCode code) {
      return Mono.error(
          () -> new ResponseStatusException(HttpStatus.FORBIDDEN, "not yours", failure(code)));
    }

    @GetMapping("/annotated/{code}")
    Mono<String> annotated(@PathVariable("code") ErrorCode code) {
      return Mono.error(() -> new IllegalStateException(new Gone(failure(code))));
    }

    private static RosterException failure(ErrorCode code) {
      return RosterException.builder(code, "aws", ClientMethod.CREATE_MEMBERSHIP)
          .message("names group g-1")
          .retryAfter(Duration.ofMillis(1_200))
          .build();
    }
  }

  @ResponseStatus(HttpStatus.GONE)
  static final class Gone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Gone(RosterException cause) {
      super(cause);
    }
  }

  private static WebTestClient.ResponseSpec get(ApplicationContext context, String path) {
    return WebTestClient.bindToApplicationContext(context).build().get().uri(path).exchange();
  }

  private static String body(ApplicationContext context, String path) {
    return String.valueOf(
        get(context, path).expectBody(String.class).returnResult().getResponseBody());
  }

  @ParameterizedTest
  @CsvSource({
    "thrown, 404",
    "mono, 404",
    "flux, 404",
    "future, 404",
    "cause, 404",
    "status, 403",
    "annotated, 410"
  })
  void aFailureHasItsStatusInWhicheverWayItComesAndThatOfTheApplicationIsKept(
      String way, int status) {
    application.run(
        context -> get(context, "/" + way + "/NOT_FOUND").expectStatus().isEqualTo(status));
  }

  @Test
  void aFailureIsAProblemDetail(CapturedOutput log) {
    application.run(
        context -> {
          get(context, "/mono/NOT_FOUND")
              .expectHeader()
              .contentType(MediaType.APPLICATION_PROBLEM_JSON)
              .expectHeader()
              .doesNotExist("Retry-After");
          assertThat(body(context, "/mono/NOT_FOUND"))
              .contains("\"code\":\"NOT_FOUND\"", "\"outcome\":\"NOT_SENT\"")
              .doesNotContain("g-1");
          assertThat(log).doesNotContain("names group g-1");
        });
  }

  @Test
  void throttlingSaysWhenToComeBackAndIsLogged(CapturedOutput log) {
    application.run(
        context -> {
          get(context, "/mono/THROTTLED")
              .expectStatus()
              .isEqualTo(503)
              .expectHeader()
              .valueEquals("Retry-After", "2");
          assertThat(log).contains("A request failed with status 503", "names group g-1");
        });
  }

  @ParameterizedTest
  @EnumSource
  void bothKindsOfApplicationRespondAlike(ErrorCode code) {
    String[] mvc = new String[3];
    new WebApplicationContextRunner()
        .withConfiguration(OF_ROSTER)
        .withUserConfiguration(WebMvc.class)
        .withBean(Groups.class)
        .run(
            context -> {
              MvcTestResult result =
                  MockMvcTester.from(context).get().uri("/thrown/" + code).exchange();
              mvc[0] = Integer.toString(result.getResponse().getStatus());
              mvc[1] = result.getResponse().getContentAsString();
              mvc[2] = String.valueOf(result.getResponse().getHeader("Retry-After"));
            });
    application.run(
        context -> {
          var result = get(context, "/thrown/" + code).expectBody(String.class).returnResult();
          assertThat(result.getStatus().value()).hasToString(mvc[0]);
          assertThat(result.getResponseBody()).isEqualTo(mvc[1]);
          assertThat(String.valueOf(result.getResponseHeaders().getFirst("Retry-After")))
              .isEqualTo(mvc[2]);
        });
  }

  @Test
  void theMessageIsThereWhereThePropertySaysSo() {
    application
        .withPropertyValues("roster.problem-details.include-message=true")
        .run(context -> assertThat(body(context, "/mono/NOT_FOUND")).contains("names group g-1"));
  }

  /** The application's own. */
  @RestControllerAdvice
  static class Own {

    @ExceptionHandler
    ResponseEntity<String> handle(RosterException error) {
      return ResponseEntity.status(HttpStatus.PAYMENT_REQUIRED).body(error.code().name());
    }
  }

  @Test
  void theApplicationsHandlersComeFirst() {
    application
        .withBean(Own.class)
        .run(context -> get(context, "/mono/NOT_FOUND").expectStatus().isEqualTo(402));
  }

  @Test
  void itCanBeSwitchedOff() {
    application
        .withPropertyValues("roster.problem-details.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(RosterExceptionHandler.class));
  }
}
