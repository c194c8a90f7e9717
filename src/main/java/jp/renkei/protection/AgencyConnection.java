package jp.renkei.protection;

import java.net.URI;
import java.nio.file.Path;

/**
 * What of an agency's https connection is secret or differs from one environment to the next.
 *
 * @param url instead of the catalogue's, or null
 * @param tokenEndpoint instead of the catalogue's, or null
 * @param clientSecret what the hub proves itself with for a token
 * @param trustStore the certificates that are trusted, PEM, or null for those the JDK trusts
 * @param keyStore the hub's own certificate and key, PKCS#12, or null for none
 * @param keyStorePassword the key store's password, or null
 */
public record AgencyConnection(
    URI url,
    URI tokenEndpoint,
    String clientSecret,
    Path trustStore,
    Path keyStore,
    String keyStorePassword) {

  @Override
  public String toString() {
    return "AgencyConnection";
  }
}
