package jp.renkei.routing.https;

import java.time.Duration;
import jp.renkei.inquiry.SendFault;

/** Why nothing came of a request. Each may pass: what is sent is kept and sent again. */
enum Trouble {
  /** No connection, or one that broke. */
  UNREACHABLE,
  /** No whole response in time. */
  TIMED_OUT,
  /** The certificate is not trusted, has run out or is for another host; or a store is missing. */
  TLS_REFUSED,
  /** The token endpoint gives no token, or rubbish. */
  TOKEN_REFUSED,
  /** A fresh token is not accepted either. */
  CREDENTIALS_REFUSED,
  /** The agency asks to be left alone (429, 503). */
  BUSY,
  /** The agency says that it failed (another 5xx, 408, 425). */
  AGENCY_FAILED,
  /** The agency sends us elsewhere, where nobody has agreed to send anything. */
  REDIRECTED,
  /** A response that is no message: another content type, an unforeseen status. */
  CONTENT_UNEXPECTED,
  /** A response beyond the agreed size. */
  RESPONSE_TOO_LARGE;

  SendFault fault() {
    return fault(Duration.ZERO);
  }

  SendFault fault(Duration pause) {
    return new SendFault(name(), pause);
  }
}
