package jp.renkei.routing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.StreamMessage;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Identifiers;

/** What an agency that has been taken over might send: each is held under its name. */
enum HostileReply {
  OBJECT(EventKind.REPLY_NOT_READABLE, true) {
    @Override
    Message message(Session session, String number, byte[] honest) throws JMSException {
      return correlated(session.createObjectMessage(new Trap()), number);
    }
  },
  TEXT(EventKind.REPLY_NOT_READABLE, true) {
    @Override
    Message message(Session session, String number, byte[] honest) throws JMSException {
      return correlated(
          session.createTextMessage(new String(honest, StandardCharsets.US_ASCII)), number);
    }
  },
  MAP(EventKind.REPLY_NOT_READABLE, true) {
    @Override
    Message message(Session session, String number, byte[] honest) throws JMSException {
      MapMessage map = session.createMapMessage();
      map.setBytes("body", honest);
      return correlated(map, number);
    }
  },
  STREAM(EventKind.REPLY_NOT_READABLE, true) {
    @Override
    Message message(Session session, String number, byte[] honest) throws JMSException {
      StreamMessage stream = session.createStreamMessage();
      stream.writeBytes(honest);
      return correlated(stream, number);
    }
  },
  WITHOUT_BODY(EventKind.REPLY_NOT_READABLE, true) {
    @Override
    Message message(Session session, String number, byte[] honest) throws JMSException {
      return correlated(session.createMessage(), number);
    }
  },
  OF_NO_BYTES(EventKind.REPLY_NOT_READABLE, true) {
    @Override
    byte[] body(byte[] honest) {
      return new byte[0];
    }
  },
  TOO_LARGE(EventKind.REPLY_NOT_READABLE, true) {
    @Override
    byte[] body(byte[] honest) {
      return new byte[(1 << 20) + 1];
    }
  },
  NO_JWE(EventKind.REPLY_NOT_READABLE, true) {
    @Override
    byte[] body(byte[] honest) {
      return "<employmentInsuranceReply/>".getBytes(StandardCharsets.UTF_8);
    }
  },
  OF_ANOTHER_KEY(EventKind.REPLY_NOT_READABLE, true) {
    @Override
    byte[] body(byte[] honest) {
      return encrypted(new byte[32]);
    }
  },
  CHANGED(EventKind.REPLY_NOT_READABLE, true) {
    @Override
    byte[] body(byte[] honest) {
      byte[] changed = honest.clone();
      int place = changed.length - 30;
      changed[place] = (byte) (changed[place] == 'A' ? 'B' : 'A');
      return changed;
    }
  },
  OF_A_KEY_THAT_IS_NOT_THE_AGENCYS(EventKind.REPLY_NOT_READABLE, true) {
    @Override
    Message message(Session session, String number, byte[] honest) throws JMSException {
      Message message = super.message(session, number, honest);
      message.setStringProperty("renkeiKey", "other-1");
      return message;
    }
  },
  WITHOUT_KEY(EventKind.REPLY_NOT_READABLE, true) {
    @Override
    Message message(Session session, String number, byte[] honest) throws JMSException {
      BytesMessage message = session.createBytesMessage();
      message.writeBytes(honest);
      return correlated(message, number);
    }
  },
  WITHOUT_CORRELATION(EventKind.REPLY_WITHOUT_INQUIRY, false) {
    @Override
    String correlation(String number) {
      return null;
    }
  },
  WITH_EMPTY_CORRELATION(EventKind.REPLY_WITHOUT_INQUIRY, false) {
    @Override
    String correlation(String number) {
      return "";
    }
  },
  WITH_GARBAGE_AS_CORRELATION(EventKind.REPLY_WITHOUT_INQUIRY, false) {
    @Override
    String correlation(String number) {
      return "${jndi:ldap://x}\u0000\r\n'; drop table inquiry; --\uD800";
    }
  },
  WITH_AN_INDIVIDUAL_NUMBER_AS_CORRELATION(EventKind.REPLY_WITHOUT_INQUIRY, false) {
    @Override
    String correlation(String number) {
      return INDIVIDUAL_NUMBER;
    }
  },
  WITH_AN_ENDLESS_CORRELATION(EventKind.REPLY_WITHOUT_INQUIRY, false) {
    @Override
    String correlation(String number) {
      return "R".repeat(30_000);
    }
  },
  WITH_A_NUMBER_NOT_QUITE_RIGHT(EventKind.REPLY_WITHOUT_INQUIRY, false) {
    @Override
    String correlation(String number) {
      return number.toLowerCase(Locale.ROOT);
    }
  },
  OF_NO_INQUIRY(EventKind.REPLY_WITHOUT_INQUIRY, false) {
    @Override
    String correlation(String number) {
      return NOBODYS;
    }
  };

  /** Twelve digits, as an individual number (個人番号) has them; it has no right check digit. */
  static final String INDIVIDUAL_NUMBER = "123456789010";

  /** A well-formed number that nobody was given. */
  static final String NOBODYS = new Identifiers(Clock.systemUTC(), new SecureRandom()).number();

  private final EventKind kind;
  private final boolean knowsItsInquiry;

  HostileReply(EventKind kind, boolean knowsItsInquiry) {
    this.kind = kind;
    this.knowsItsInquiry = knowsItsInquiry;
  }

  EventKind kind() {
    return kind;
  }

  boolean knowsItsInquiry() {
    return knowsItsInquiry;
  }

  String correlation(String number) {
    return number;
  }

  byte[] body(byte[] honest) {
    return honest;
  }

  /**
   * The message.
   *
   * @param number the inquiry it is about
   * @param honest the body that would answer it
   */
  Message message(Session session, String number, byte[] honest) throws JMSException {
    return FakeMinistry.reply(session, correlation(number), body(honest));
  }

  private static Message correlated(Message message, String number) throws JMSException {
    message.setJMSCorrelationID(number);
    return message;
  }

  private static byte[] encrypted(byte[] key) {
    JWEObject jwe =
        new JWEObject(
            new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(FakeMinistry.KEY)
                .build(),
            new Payload("<reply/>"));
    try {
      jwe.encrypt(new DirectEncrypter(new SecretKeySpec(key, "AES")));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwe.serialize().getBytes(StandardCharsets.US_ASCII);
  }
}
