package org.hearback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged while it is open, with the levels of production and with all that an
 * encoder could print of an event: message, arguments, exceptions with their causes, context. One
 * at a time.
 */
public final class LogBook implements AutoCloseable {
  private static final Path PRODUCTION = Path.of("src/main/resources/logback.xml");
  private static final Path TESTS = Path.of("src/test/resources/logback-test.xml");

  private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

  private LogBook() {}

  public static LogBook open() throws JoranException {
    var book = new LogBook();
    configure(PRODUCTION);
    var appender = book.new Keeper();
    appender.setContext(context());
    appender.start();
    var root = context().getLogger(Logger.ROOT_LOGGER_NAME);
    // The console would repeat what is planted.
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    return book;
  }

  public List<String> events() {
    return List.copyOf(events);
  }

  /** What must not stand in a log. */
  public record Secret(String kind, String text) {
    @Override
    public String toString() {
      return kind;
    }
  }

  /** The secrets that were logged, each with the logger that did it. */
  public List<String> betrayed(List<Secret> secrets) {
    var found = new ArrayList<String>();
    for (var event : events) {
      var plain = plain(event);
      for (var secret : secrets) {
        if (plain.contains(plain(secret.text()))) {
          found.add(secret.kind() + " in " + event.substring(0, event.indexOf('\n')));
        }
      }
    }
    return found;
  }

  /** A number is the same number with or without its blanks, a name in any case. */
  private static String plain(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[\\s()-]+", "");
  }

  @Override
  public void close() throws JoranException {
    configure(TESTS);
  }

  private static void configure(Path file) throws JoranException {
    var configurator = new JoranConfigurator();
    configurator.setContext(context());
    context().reset();
    configurator.doConfigure(file.toFile());
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }

  private final class Keeper extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      var text = new StringBuilder(event.getLoggerName()).append('\n');
      text.append(event.getThreadName()).append('\n');
      text.append(event.getFormattedMessage()).append('\n');
      if (event.getArgumentArray() != null) {
        text.append(
            Arrays.stream(event.getArgumentArray())
                .map(String::valueOf)
                .collect(Collectors.joining("\n")));
      }
      if (event.getThrowableProxy() != null) {
        text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
      text.append(event.getMDCPropertyMap());
      if (event.getKeyValuePairs() != null) {
        text.append(event.getKeyValuePairs());
      }
      events.add(text.toString());
    }
  }
}
