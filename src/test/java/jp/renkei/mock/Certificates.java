package jp.renkei.mock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that sign themselves, made by the JDK's own keytool when they are needed. */
public final class Certificates {

  private static final String ALIAS = "agency";
  private static final long PATIENCE_SECONDS = 60;

  private Certificates() {}

  /** For this machine by its names, from now on for a year. */
  public static void forLoopback(Path keyStore, String password) {
    make(keyStore, password, "dns:localhost,ip:127.0.0.1", "-1d", 365);
  }

  /**
   * Makes a key pair and its certificate, readable for its owner only.
   *
   * @param keyStore a PKCS#12 file that is not there yet
   * @param names the subject's names as keytool writes them
   * @param start when it begins, as keytool writes it
   * @param days how long it holds
   */
  public static void make(Path keyStore, String password, String names, String start, int days) {
    make(keyStore, password, "CN=" + ALIAS, names, start, days);
  }

  /** For whoever has a subject of its own, from now on for a year. */
  public static void of(String subject, Path keyStore, String password) {
    make(keyStore, password, subject, "dns:localhost", "-1d", 365);
  }

  private static void make(
      Path keyStore, String password, String subject, String names, String start, int days) {
    Path fresh = keyStore.resolveSibling(keyStore.getFileName() + ".new");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    ProcessBuilder making =
        new ProcessBuilder(
            List.of(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                subject,
                "-ext",
                "san=" + names,
                "-startdate",
                start,
                "-validity",
                String.valueOf(days),
                "-storetype",
                "PKCS12",
                "-keystore",
                fresh.toString(),
                "-storepass:env",
                "STORE_PASSWORD"));
    making.environment().put("STORE_PASSWORD", password);
    making.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Files.createDirectories(keyStore.toAbsolutePath().getParent());
      Files.deleteIfExists(fresh);
      Process process = making.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException("keytool made no certificate");
      }
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      Files.move(fresh, keyStore);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Writes the certificate, without its key, for whoever is to trust it. */
  public static void export(Path keyStore, String password, Path pem) {
    try {
      byte[] certificate = load(keyStore, password).getCertificate(ALIAS).getEncoded();
      String text =
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
              + "\n-----END CERTIFICATE-----\n";
      Files.writeString(pem, text, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server's side of TLS with a certificate. */
  public static SSLContext server(Path keyStore, String password) {
    return side(keyStore, password, null);
  }

  /**
   * One side of TLS.
   *
   * @param keyStore whose certificate is shown, or null for none
   * @param others whom it trusts, or null for those the JDK trusts
   */
  public static SSLContext side(Path keyStore, String password, KeyStore others) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(keyStore == null ? null : load(keyStore, password), password.toCharArray());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(others);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificates of key stores as those to be trusted. */
  public static KeyStore trusting(String password, Path... keyStores) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Path keyStore : keyStores) {
        trusted.setCertificateEntry(
            keyStore.getFileName().toString(), load(keyStore, password).getCertificate(ALIAS));
      }
      return trusted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore load(Path keyStore, String password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(keyStore)) {
      store.load(content, password.toCharArray());
    }
    return store;
  }
}
