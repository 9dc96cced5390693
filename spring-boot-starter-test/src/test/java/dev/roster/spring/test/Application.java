package dev.roster.spring.test;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that uses Roster. */
@SpringBootApplication
class Application {}
