package dev.roster.examples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class MembershipService {

  /** For Spring. */
  public MembershipService() {}

  /**
   * Starts the service.
   *
   * @param arguments properties such as {@code
   *     --roster.uri=huawei://d-a00aaaa33f?region=cn-north-4}
   */
  public static void main(String[] arguments) {
    SpringApplication.run(MembershipService.class, arguments);
  }
}
