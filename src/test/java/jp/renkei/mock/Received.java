package jp.renkei.mock;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every inquiry an agency ever received: the number and the SHA-256 of what it read, a line each,
 * written before anything is replied, so that it outlives a killed process.
 */
final class Received implements AutoCloseable {

  /**
   * @param number the inquiry number
   * @param times how often it came
   * @param sameContent whether it had the same content each time
   */
  public record Entry(String number, int times, boolean sameContent) {}

  private record Seen(String firstHash, int times, boolean sameContent) {

    Seen again(String hash) {
      return new Seen(firstHash, times + 1, sameContent && firstHash.equals(hash));
    }
  }

  private final Journal journal;
  private final Map<String, Seen> seen = new LinkedHashMap<>();

  Received(Path path) {
    journal = new Journal(path, line -> count(line[0], line[1]));
  }

  /**
   * Notes an inquiry.
   *
   * @return how often its number has come, this time included
   */
  synchronized int note(String number, byte[] content) {
    String hash = HexFormat.of().formatHex(sha256().digest(content));
    journal.add(number, hash);
    return count(number, hash);
  }

  private int count(String number, String hash) {
    return seen.merge(number, new Seen(hash, 1, true), (before, first) -> before.again(hash))
        .times();
  }

  synchronized List<Entry> entries() {
    return seen.entrySet().stream()
        .map(x -> new Entry(x.getKey(), x.getValue().times(), x.getValue().sameContent()))
        .toList();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
