package jp.renkei.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a port that can go silent, and be cut without a word. */
final class BreakableLine implements AutoCloseable {

  private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final int target;
  private volatile boolean silent;

  BreakableLine(int target) throws IOException {
    this.target = target;
    run("accepts", this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** What the other end says is not heard any more. */
  void hush() {
    silent = true;
  }

  /** Breaks every connection; new ones are good again. */
  void cut() {
    for (Socket socket : open) {
      close(socket);
    }
    open.clear();
    silent = false;
  }

  private void accept() throws IOException {
    while (true) {
      Socket near = entrance.accept();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.addAll(List.of(near, far));
      run("there", () -> pump(near, far, false));
      run("back", () -> pump(far, near, true));
    }
  }

  private void pump(Socket from, Socket to, boolean canBeSilent) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] buffer = new byte[8_192];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (!canBeSilent || !silent) {
        out.write(buffer, 0, read);
      }
    }
  }

  private static void run(String name, Piece piece) {
    Thread thread =
        new Thread(
            () -> {
              try {
                piece.run();
              } catch (IOException e) {
                // cut
              }
            },
            "line-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // cut already
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }

  /** What a thread of the line does until it is cut. */
  @FunctionalInterface
  private interface Piece {
    void run() throws IOException;
  }
}
