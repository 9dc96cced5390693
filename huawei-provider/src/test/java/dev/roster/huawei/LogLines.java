package dev.roster.huawei;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged, at every level. */
final class LogLines {

  private LogLines() {}

  /** Everything but the fake service's own lines. */
  static List<ILoggingEvent> of(Runnable action) {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
    try {
      action.run();
    } finally {
      root.detachAppender(log);
      root.setLevel(before);
    }
    return log.list.stream()
        .filter(event -> !event.getLoggerName().startsWith("wiremock"))
        .toList();
  }
}
