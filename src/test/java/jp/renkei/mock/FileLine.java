package jp.renkei.mock;

import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.renkei.mock.AgencySecrets.NotYet;
import jp.renkei.mock.network.FileForm;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agency's SFTP server: takes request files in {@code inquiries} and gives reply files in {@code
 * replies}, each whole under its name. What it has answered lies in {@code inquiries/done}.
 */
final class FileLine implements Line, Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(FileLine.class);
  private static final long PAUSE_MS = 200;
  private static final int CURVE_BITS = 256;

  /** How a demo's folder begins the key that was made by an earlier version. */
  private static final String PEM = "-----BEGIN PUBLIC KEY-----";

  private final String agency;
  private final Desk desk;
  private final DemoSecrets secrets;
  private final Path partner;
  private final Path inquiries;
  private final Path replies;
  private final FileForm form =
      new FileForm(List.of("local-tax", "resident-record", "long-term-care"));
  private final List<Due> due = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread keeper;
  private SshServer server;

  /** A reply file that goes out later. */
  private record Due(long at, String name, byte[] content) {}

  FileLine(String agency, Desk desk, DemoSecrets secrets, Path partner) {
    this.agency = agency;
    this.desk = desk;
    this.secrets = secrets;
    this.partner = partner;
    this.inquiries = partner.resolve("files/inquiries");
    this.replies = partner.resolve("files/replies");
    this.keeper = new Thread(this, "mock-files-" + agency);
    this.keeper.setDaemon(true);
  }

  @Override
  public void open() {
    keeper.start();
  }

  @Override
  public void faultsChanged() {
    // the next turn sees it
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      keeper.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    try {
      Files.createDirectories(inquiries.resolve("done"));
      Files.createDirectories(replies);
      do {
        turn();
      } while (!closed.await(PAUSE_MS, TimeUnit.MILLISECONDS));
      stop();
    } catch (IOException e) {
      LOG.error("{} has no place for files", agency, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() {
    try {
      if (desk.faults().down()) {
        stop();
        return;
      }
      if (server == null) {
        start();
      }
      answer();
      give();
    } catch (NotYet | BindException e) {
      LOG.debug("{} waits: {}", agency, e.getMessage());
    } catch (IOException | GeneralSecurityException e) {
      LOG.warn("{} tries on with its files", agency, e);
    }
  }

  private void start() throws NotYet, IOException, GeneralSecurityException {
    int port = secrets.filePort(agency);
    PublicKey hub = publicKey(secrets.hubKey(agency));
    SimpleGeneratorHostKeyProvider hostKey =
        new SimpleGeneratorHostKeyProvider(partner.resolve("host-key"));
    hostKey.setAlgorithm(KeyUtils.EC_ALGORITHM);
    hostKey.setKeySize(CURVE_BITS);
    SshServer fresh = SshServer.setUpDefaultServer();
    fresh.setHost("127.0.0.1");
    fresh.setPort(port);
    fresh.setKeyPairProvider(hostKey);
    fresh.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, hub));
    fresh.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    fresh.setFileSystemFactory(new VirtualFileSystemFactory(partner.resolve("files")));
    fresh.start();
    server = fresh;
    PublicKey own = hostKey.loadKeys(null).iterator().next().getPublic();
    write(partner, "known_hosts", known(port, own).getBytes(StandardCharsets.US_ASCII));
    LOG.info("{} takes files at port {}", agency, port);
  }

  private static String known(int port, PublicKey own) {
    return "[localhost]:" + port + " " + PublicKeyEntry.toString(own) + "\n";
  }

  private void stop() throws IOException {
    if (server != null) {
      server.stop(true);
      server = null;
    }
  }

  private void answer() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(inquiries)) {
      files = all.filter(file -> file.toString().endsWith(".DAT")).sorted().toList();
    }
    for (Path file : files) {
      answer(file);
      Files.move(
          file,
          inquiries.resolve("done").resolve(file.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void answer(Path file) throws IOException {
    Map<Duration, StringBuilder> records = new TreeMap<>();
    for (String line : Files.readString(file, StandardCharsets.US_ASCII).split("\r\n")) {
      FileForm.Asked asked = form.asked(line);
      for (Outgoing reply : desk.answer(asked.key(), asked.inquiry())) {
        records
            .computeIfAbsent(reply.after(), after -> new StringBuilder())
            .append(form.record(asked, reply.content()))
            .append("\r\n");
      }
    }
    String name = file.getFileName().toString().replace("P640R110", "P640R120");
    int number = 0;
    for (Map.Entry<Duration, StringBuilder> group : records.entrySet()) {
      number++;
      due.add(
          new Due(
              System.nanoTime() + group.getKey().toNanos(),
              number == 1 ? name : name.replace(".DAT", "_" + number + ".DAT"),
              group.getValue().toString().getBytes(FileForm.CHARSET)));
    }
  }

  private void give() throws IOException {
    List<Due> ready = due.stream().filter(file -> file.at() <= System.nanoTime()).toList();
    for (Due file : ready) {
      write(replies, file.name(), file.content());
    }
    due.removeAll(ready);
  }

  private static void write(Path folder, String name, byte[] content) throws IOException {
    Path part = folder.resolve(name + ".part");
    Files.write(part, content);
    Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static PublicKey publicKey(String line) throws IOException, GeneralSecurityException {
    if (line.startsWith(PEM)) {
      String base64 = line.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      return KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
    return PublicKeyEntry.parsePublicKeyEntry(line)
        .resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.FAILING);
  }
}
