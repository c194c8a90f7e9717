package jp.renkei.protection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom the hub trusts of an agency and whom it shows itself as. A store that is replaced is read
 * anew: certificates run out while a hub runs on.
 */
public final class AgencyTls {

  private final AgencyConnection connection;
  private final Clock clock;
  private SSLContext context;
  private FileTime trustRead;
  private FileTime keyRead;

  public AgencyTls(AgencyConnection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * The context by the stores as they are now; the same object as long as they are the same.
   *
   * @throws IOException when a store cannot be read
   * @throws GeneralSecurityException when it holds nothing of use
   */
  public synchronized SSLContext context() throws IOException, GeneralSecurityException {
    FileTime trust = modified(connection.trustStore());
    FileTime key = modified(connection.keyStore());
    if (context == null || !same(trust, trustRead) || !same(key, keyRead)) {
      SSLContext fresh = SSLContext.getInstance("TLS");
      fresh.init(ownKeys(), trusted(), null);
      context = fresh;
      trustRead = trust;
      keyRead = key;
    }
    return context;
  }

  private static FileTime modified(Path store) throws IOException {
    return store == null ? null : Files.getLastModifiedTime(store);
  }

  private static boolean same(FileTime now, FileTime then) {
    return now == null ? then == null : now.equals(then);
  }

  private TrustManager[] trusted() throws IOException, GeneralSecurityException {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    // without a store: those whom the JDK trusts
    managers.init(connection.trustStore() == null ? null : certificates());
    return Arrays.stream(managers.getTrustManagers())
        .map(X509ExtendedTrustManager.class::cast)
        .map(manager -> new ValidNow(manager, clock))
        .toArray(TrustManager[]::new);
  }

  private KeyStore certificates() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(connection.trustStore())) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("trusted-" + store.size(), each);
      }
    }
    return store;
  }

  private KeyManager[] ownKeys() throws IOException, GeneralSecurityException {
    if (connection.keyStore() == null) {
      return null;
    }
    char[] password = connection.keyStorePassword().toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(connection.keyStore())) {
      store.load(content, password);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, password);
    return managers.getKeyManagers();
  }
}
