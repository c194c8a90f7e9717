package jp.renkei.operations.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import jp.renkei.protection.IndividualNumbersInText;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** An exception with its causes, with stars in place of individual numbers in their texts. */
public final class MaskedThrowable extends ExtendedWhitespaceThrowableProxyConverter {

  @Override
  public String convert(ILoggingEvent event) {
    return IndividualNumbersInText.masked(super.convert(event));
  }
}
