package jp.renkei.hub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** A connection to the hub under test that sends what no client library would. */
public final class RawRequest implements AutoCloseable {

  /** Ends a test that would hang; no answer is awaited as long as that. */
  private static final int PATIENCE_MS = 60_000;

  private final Socket socket;

  public RawRequest(HubClient hub) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(hub.url()).getPort());
    socket.setSoTimeout(PATIENCE_MS);
  }

  /** Sends bytes, one for each character. */
  public RawRequest send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** Says that nothing more is sent, whatever was announced. */
  public RawRequest endOfRequest() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** All that comes until the hub closes the connection. */
  public String untilItIsClosed() throws IOException {
    StringBuilder all = new StringBuilder();
    try {
      byte[] some = new byte[4096];
      int read;
      while ((read = socket.getInputStream().read(some)) >= 0) {
        all.append(new String(some, 0, read, ISO_8859_1));
      }
    } catch (SocketException e) {
      // closed before it had read all that was sent
    }
    return all.toString();
  }

  /** Sends one request and gives its whole answer. */
  public static String answer(HubClient hub, String request) throws IOException {
    try (RawRequest raw = new RawRequest(hub)) {
      return raw.send(request).untilItIsClosed();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
