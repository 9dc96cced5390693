package dev.roster.conformance.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.roster.RosterClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Reads every log line of the process at TRACE, and keeps those that have a secret in them. */
public final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Set<String> secrets;
  private final Set<String> excused;
  private final Map<Logger, @Nullable Level> levelsBefore = new HashMap<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level levelBefore = root.getLevel();
  private final List<String> indiscreet = new CopyOnWriteArrayList<>();
  private final List<String> attempts = new CopyOnWriteArrayList<>();

  public LogWatch(Set<String> secrets, Set<String> excused) {
    this.secrets = Set.copyOf(secrets);
    this.excused = Set.copyOf(excused);
    setContext(root.getLoggerContext());
    start();
    root.setLevel(Level.TRACE);
    root.addAppender(this);
    excused.forEach(this::turnOff);
  }

  /** What is not looked at need not be written, which takes longer than many a request. */
  private void turnOff(String name) {
    Logger logger = (Logger) LoggerFactory.getLogger(name);
    levelsBefore.put(logger, logger.getLevel());
    logger.setLevel(Level.OFF);
  }

  @Override
  protected void append(ILoggingEvent event) {
    String text = event.getFormattedMessage();
    if (event.getThrowableProxy() != null) {
      text += ThrowableProxyUtil.asString(event.getThrowableProxy());
    }
    keep(event, text);
  }

  private void keep(ILoggingEvent event, String text) {
    if (!isExcused(event.getLoggerName()) && hasSecret(text)) {
      indiscreet.add(event.getLoggerName() + " " + event.getLevel());
    }
    boolean isClient = event.getLoggerName().equals(RosterClient.class.getName());
    if (isClient && text.contains(" attempt ")) {
      attempts.add(text);
    }
  }

  /** The client's own lines so far, one for each attempt. */
  public List<String> attempts() {
    return List.copyOf(attempts);
  }

  /** A test report that named the secret would spread it further. */
  public void requireDiscreet(String what, String text) {
    assertThat(hasSecret(text)).as("%s has a secret in it", what).isFalse();
  }

  public void requireDiscreet() {
    assertThat(indiscreet).as("loggers that wrote a secret").isEmpty();
  }

  @Override
  public void close() {
    levelsBefore.forEach(Logger::setLevel);
    root.detachAppender(this);
    root.setLevel(levelBefore);
    stop();
  }

  private boolean isExcused(String logger) {
    return excused.stream().anyMatch(name -> logger.equals(name) || logger.startsWith(name + "."));
  }

  private boolean hasSecret(String text) {
    return secrets.stream().anyMatch(text::contains);
  }
}
