package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.renkei.problem.StartRefused;

/**
 * A keyset that a command writes to its standard output, such as a vault's client. The command runs
 * without a shell: its words are parted by white space, and quotes mean nothing. Its standard error
 * is thrown away, and its output is told to nobody.
 */
final class KeysetCommand implements SecretSource {

  /** How long it may take. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  /** The longest output that is read, in bytes; a keyset is a few kilobytes. */
  private static final int MOST = 1 << 20;

  private static final String REMEDY =
      "Run it as the hub's user and see that it prints the keyset's JSON and ends with 0 within "
          + LONGEST.toSeconds()
          + " s (ハブの利用者で実行し、鍵セットの JSON を出力して 0 で終わることを確かめてください)";

  private final List<String> words;
  private final Duration longest;

  KeysetCommand(String command) {
    this(command, LONGEST);
  }

  KeysetCommand(String command, Duration longest) {
    this.words = List.of(command.strip().split("\\s+"));
    this.longest = longest;
  }

  @Override
  public JsonNode read() {
    Process process = started();
    try {
      process.getOutputStream().close();
      CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> all(process));
      byte[] text = output.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException();
      }
      if (process.exitValue() != 0) {
        throw refuse("ended with exit code " + process.exitValue(), REMEDY);
      }
      return parsed(text);
    } catch (TimeoutException e) {
      throw refuse("did not end within " + longest.toSeconds() + " s", REMEDY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refuse("was interrupted", REMEDY);
    } catch (IOException | ExecutionException e) {
      throw refuse("could not be read from", REMEDY);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public StartRefused refuse(String why, String remedy) {
    return new StartRefused(
        "RENKEI_KEYSET_COMMAND から鍵セットを得られません。The command of RENKEI_KEYSET_COMMAND " + why, remedy);
  }

  private Process started() {
    try {
      return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      // no cause: its message holds the command, whose words may be secret
      throw refuse("could not be started", REMEDY);
    }
  }

  private static byte[] all(Process process) {
    try (InputStream output = process.getInputStream()) {
      return output.readNBytes(MOST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
