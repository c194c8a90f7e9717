package jp.renkei.protection;

import java.nio.file.Path;

/**
 * What of an agency's bulk channel is secret or differs from one environment to the next.
 *
 * @param host instead of the catalogue's, or null
 * @param port instead of the catalogue's, or null
 * @param privateKey the hub's own key, PEM (PKCS#8) or OpenSSH, without a passphrase
 * @param knownHosts the server's key, as OpenSSH's known_hosts has it
 */
public record BulkConnection(String host, Integer port, Path privateKey, Path knownHosts) {

  @Override
  public String toString() {
    return "BulkConnection";
  }
}
