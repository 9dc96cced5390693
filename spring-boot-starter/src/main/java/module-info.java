/** Roster in Spring Boot applications: clients from properties, health and error responses. */
module dev.roster.spring {
  requires transitive dev.roster.core;
  requires static transitive dev.roster.aws;
  requires static transitive dev.roster.huawei;
  requires static transitive okhttp3;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires static transitive software.amazon.awssdk.http.apache5;
  requires spring.beans;
  requires transitive spring.boot.autoconfigure;
  requires spring.boot;
  requires static spring.boot.health;
  requires spring.context;
  requires spring.core;
  requires static transitive spring.web;
  requires static spring.webmvc;

  exports dev.roster.spring;
  exports dev.roster.spring.autoconfigure;

  // Spring makes the beans and binds the properties.
  opens dev.roster.spring.autoconfigure;
}
