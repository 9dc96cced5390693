/** Tests of Spring Boot applications that use Roster, on an emulator of both clouds. */
module dev.roster.spring.test {
  requires transitive dev.roster.emulator;
  requires transitive dev.roster.memory;
  requires transitive dev.roster.spring;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;
  requires spring.boot;
  requires spring.boot.autoconfigure;
  requires spring.boot.test;
  requires spring.boot.test.autoconfigure;
  requires spring.context;
  requires spring.core;
  requires spring.beans;
  requires spring.test;

  exports dev.roster.spring.test;

  // Spring makes the beans.
  opens dev.roster.spring.test;
}
