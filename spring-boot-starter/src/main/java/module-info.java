/** Roster in Spring Boot applications: clients from properties, health and error responses. */
module dev.roster.spring {
  requires transitive dev.roster.core;
  // What an application may have: each is used only where it does.
  requires static dev.roster.aws;
  requires static dev.roster.huawei;
  requires static dev.roster.micrometer;
  requires static micrometer.core;
  requires static micrometer.observation;
  requires static okhttp3;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires static software.amazon.awssdk.http.apache5;
  requires spring.beans;
  requires transitive spring.boot.autoconfigure;
  requires spring.boot;
  requires static spring.boot.health;
  requires spring.context;
  requires spring.core;
  requires static spring.web;
  requires static spring.webmvc;

  exports dev.roster.spring;
  exports dev.roster.spring.autoconfigure;

  // Spring makes the beans and binds the properties.
  opens dev.roster.spring.autoconfigure;
}
