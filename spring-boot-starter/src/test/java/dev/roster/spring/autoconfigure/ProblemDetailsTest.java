package dev.roster.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** What a caller of a web application gets when a call of Roster's fails. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemDetailsTest {

  private final WebApplicationContextRunner application =
      new WebApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  RosterAutoConfiguration.class, RosterProblemDetailsAutoConfiguration.class))
          .withUserConfiguration(Groups.class);

  /** Fails as its path says. */
  @EnableWebMvc
  @RestController
  static class Groups {

    @GetMapping("/{code}")
    String fail(@PathVariable("code") ErrorCode code) {
      throw RosterException.builder(code, "aws", ClientMethod.CREATE_MEMBERSHIP)
          .message("names group g-1")
          .retryAfter(Duration.ofMillis(1_200))
          .build();
    }

    @GetMapping("/later/{code}")
    CompletableFuture<String> failLater(@PathVariable("code") ErrorCode code) {
      return CompletableFuture.failedFuture(
          new CompletionException(
              RosterException.builder(code, "aws", ClientMethod.CREATE_MEMBERSHIP).build()));
    }
  }

  /** Fails with an exception of the application, which has a status of its own. */
  @RestController
  static class OwnStatus {

    @GetMapping("/own/thrown")
    String forbid() {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "not yours", notFound());
    }

    @GetMapping("/own/annotated")
    String annotated() {
      throw new Gone(notFound());
    }

    @GetMapping("/own/later")
    CompletableFuture<String> later() {
      return CompletableFuture.failedFuture(new IllegalStateException(new Gone(notFound())));
    }

    @GetMapping("/own/none")
    String none() {
      throw new IllegalStateException(notFound());
    }

    private static RosterException notFound() {
      return RosterException.builder(ErrorCode.NOT_FOUND, "aws", ClientMethod.CREATE_MEMBERSHIP)
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

  @ParameterizedTest
  @CsvSource({"thrown, 403", "annotated, 410", "later, 410", "none, 404"})
  void theStatusOfTheApplicationsOwnExceptionIsKept(String path, int status) {
    application
        .withUserConfiguration(OwnStatus.class)
        .run(
            context ->
                assertThat(get(context, "/own/" + path).getResponse().getStatus())
                    .isEqualTo(status));
  }

  private static MvcTestResult get(WebApplicationContext context, String path) {
    return MockMvcTester.from(context).get().uri(path).exchange();
  }

  private static String body(MvcTestResult result) throws Exception {
    return result.getResponse().getContentAsString();
  }

  @Test
  void aFailureIsAProblemDetail(CapturedOutput log) {
    application.run(
        context -> {
          MvcTestResult result = get(context, "/NOT_FOUND");
          assertThat(result.getResponse().getStatus()).isEqualTo(404);
          assertThat(result.getResponse().getContentType()).isEqualTo("application/problem+json");
          assertThat(body(result))
              .contains("\"code\":\"NOT_FOUND\"", "\"outcome\":\"NOT_SENT\"")
              .doesNotContain("g-1");
          assertThat(result.getResponse().getHeader("Retry-After")).isNull();
          assertThat(log).doesNotContain("names group g-1");
        });
  }

  @Test
  void throttlingSaysWhenToComeBackAndIsLogged(CapturedOutput log) {
    application.run(
        context -> {
          MockHttpServletResponse response = get(context, "/THROTTLED").getResponse();
          assertThat(response.getStatus()).isEqualTo(503);
          assertThat(response.getHeader("Retry-After")).isEqualTo("2");
          assertThat(log).contains("A request failed with status 503", "names group g-1");
        });
  }

  @Test
  void aFailureOfTheAsynchronousFaceIsTheSame() {
    application.run(
        context -> {
          MvcTestResult result = get(context, "/later/ALREADY_MEMBER");
          assertThat(result.getResponse().getStatus()).isEqualTo(409);
        });
  }

  @Test
  void theMessageIsThereWhereThePropertySaysSo() {
    application
        .withPropertyValues("roster.problem-details.include-message=true")
        .run(context -> assertThat(body(get(context, "/NOT_FOUND"))).contains("names group g-1"));
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
        .run(
            context ->
                assertThat(get(context, "/NOT_FOUND").getResponse().getStatus()).isEqualTo(402));
  }

  @Test
  void itCanBeSwitchedOffAndNeedsAWebApplication() {
    application
        .withPropertyValues("roster.problem-details.enabled=false")
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(RosterExceptionHandler.class);
              assertThat(
                      Objects.requireNonNull(get(context, "/NOT_FOUND").getUnresolvedException()))
                  .hasRootCauseInstanceOf(RosterException.class);
            });
    application
        .withClassLoader(new FilteredClassLoader("org.springframework.web.servlet"))
        .run(context -> assertThat(context).doesNotHaveBean(RosterExceptionHandler.class));
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(RosterProblemDetailsAutoConfiguration.class))
        .run(context -> assertThat(context).doesNotHaveBean(RosterExceptionHandler.class));
  }
}
