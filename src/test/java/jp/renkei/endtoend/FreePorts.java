package jp.renkei.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ports that nobody listens at just now, nor at the ones that follow them. They lie below those
 * that the system gives to whoever connects (32768 and above on Linux), so that they stay free
 * while a hub that was killed is away; and test JVMs that run side by side take theirs from
 * different parts.
 */
public final class FreePorts {

  private static final int FIRST = 10_000;
  private static final int PART = 11_000;
  private static final int PARTS = 2;

  /**
   * As many as the demo has agencies over https and with files, and some that a test adds; and the
   * port itself.
   */
  private static final int TOGETHER = 10;

  private static final AtomicInteger NEXT = new AtomicInteger(start());

  private FreePorts() {}

  /** Where this JVM begins: builds that run side by side hardly meet. */
  private static int start() {
    return (int) (ProcessHandle.current().pid() * 7919 % PART);
  }

  /**
   * So many ports, no two alike. Each has some more behind it that are free: the demo's agencies
   * over https and with files count up from theirs.
   */
  public static List<Integer> of(int count) {
    return IntStream.generate(FreePorts::next)
        .filter(FreePorts::areFree)
        .limit(count)
        .boxed()
        .toList();
  }

  private static int next() {
    int part = Math.floorMod(Integer.getInteger("renkei.fork", 0), PARTS);
    int at = Math.floorMod(NEXT.getAndAdd(TOGETHER), PART - TOGETHER);
    return FIRST + part * PART + at;
  }

  private static boolean areFree(int port) {
    return IntStream.range(port, port + TOGETHER).allMatch(FreePorts::isFree);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
