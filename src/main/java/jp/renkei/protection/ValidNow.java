package jp.renkei.protection;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts whom the JDK's own check trusts, and only while their certificate holds. That check takes
 * a certificate that is itself in the trust store as it is, even when it has run out.
 */
final class ValidNow extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager others;
  private final Clock clock;

  ValidNow(X509ExtendedTrustManager others, Clock clock) {
    this.others = others;
    this.clock = clock;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    others.checkServerTrusted(chain, type, engine);
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    others.checkServerTrusted(chain, type, socket);
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    others.checkServerTrusted(chain, type);
    check(chain);
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    for (X509Certificate each : chain) {
      each.checkValidity(Date.from(clock.instant()));
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw nobody();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw nobody();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw nobody();
  }

  private static CertificateException nobody() {
    return new CertificateException("nobody calls here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return others.getAcceptedIssuers();
  }
}
