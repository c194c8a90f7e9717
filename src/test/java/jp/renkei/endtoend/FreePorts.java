package jp.renkei.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Ports that nobody listens at just now, nor at the ones that follow them. */
public final class FreePorts {

  /** As many as the demo has agencies over https, and some that a test adds. */
  private static final int BEHIND = 7;

  private FreePorts() {}

  /**
   * So many ports, no two alike. Each has some more behind it that are free: the demo's agencies
   * over https count up from theirs.
   */
  public static List<Integer> of(int count) {
    List<ServerSocket> held = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    try {
      while (ports.size() < count) {
        ServerSocket socket = bound(0);
        held.add(socket);
        int port = socket.getLocalPort();
        if (IntStream.rangeClosed(1, BEHIND).allMatch(next -> holds(port + next, held))) {
          ports.add(port);
        }
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      held.forEach(FreePorts::release);
    }
  }

  private static boolean holds(int port, List<ServerSocket> held) {
    try {
      held.add(bound(port));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static ServerSocket bound(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
