package jp.renkei.protection;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * A file for what is too large for memory and is needed once more: written once, then read from its
 * beginning as often as need be. It is encrypted (AES-256-GCM in segments) under a key of its own
 * that is in memory only: what a crash leaves behind nobody can read. Closing it deletes it.
 */
public final class Spool implements AutoCloseable {

  private static final byte[] NOWHERE = {};
  private static final int BUFFER = 64 * 1024;

  private final Path file;
  private final StreamingAead cipher;

  Spool(Path file) {
    this.file = file;
    try {
      StreamingAeadConfig.register();
      this.cipher =
          KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB)
              .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No cipher for a spool", e);
    }
  }

  /** To write it; it is whole once this is closed. */
  public OutputStream write() throws IOException {
    try {
      return new BufferedOutputStream(
          cipher.newEncryptingStream(Files.newOutputStream(file), NOWHERE), BUFFER);
    } catch (GeneralSecurityException e) {
      throw new IOException("A spool cannot be encrypted", e);
    }
  }

  /** To read it from its beginning. */
  public InputStream read() throws IOException {
    try {
      return new BufferedInputStream(
          cipher.newDecryptingStream(Files.newInputStream(file), NOWHERE), BUFFER);
    } catch (GeneralSecurityException e) {
      throw new IOException("A spool cannot be decrypted", e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
