package jp.renkei.operations.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import jp.renkei.protection.IndividualNumbersInText;

/** A line's message with stars in place of individual numbers. */
public final class MaskedMessage extends MessageConverter {

  @Override
  public String convert(ILoggingEvent event) {
    String message = super.convert(event);
    return message == null ? null : IndividualNumbersInText.masked(message);
  }
}
