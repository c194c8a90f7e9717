package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.flow.Agency;
import jp.renkei.flow.BulkChannel;

/**
 * The connections of the agencies with a bulk channel: {@code bulk} of their entries in the file of
 * the agencies' connections. Immutable.
 */
public final class BulkConnections {

  private static final String BULK = "bulk";
  private static final Set<String> FIELDS = Set.of("host", "port", "privateKey", "knownHosts");
  private static final int CURVE_BITS = 256;

  private final Map<String, BulkConnection> connections;

  private BulkConnections(Map<String, BulkConnection> connections) {
    this.connections = connections;
  }

  /** Where no agency has a bulk channel. */
  static BulkConnections none() {
    return new BulkConnections(Map.of());
  }

  /**
   * The connections of a file; the demo makes those that are missing, with a key of its own each.
   * What the demo's agencies make of their own accord, their host keys, may come later.
   *
   * @param agencies those with a bulk channel
   * @param demoPort from where on the demo's agencies listen on the loopback
   */
  static BulkConnections of(SecretFile file, Collection<Agency> agencies, int demoPort) {
    if (file.demo()) {
      addMissing(file, agencies, demoPort);
    }
    JsonNode json = file.read();
    Map<String, BulkConnection> connections = new LinkedHashMap<>();
    for (Agency agency : agencies) {
      connections.put(agency.id(), connection(file, agency, json.path(agency.id()).path(BULK)));
    }
    refuseShared(file, agencies, connections);
    return new BulkConnections(Map.copyOf(connections));
  }

  /**
   * Files are known by their names: in one folder one agency's file would be taken for another's.
   */
  private static void refuseShared(
      SecretFile file, Collection<Agency> agencies, Map<String, BulkConnection> connections) {
    Map<String, String> places = new LinkedHashMap<>();
    for (Agency agency : agencies) {
      BulkChannel channel = agency.bulk();
      BulkConnection connection = connections.get(agency.id());
      String host = connection.host() == null ? channel.host() : connection.host();
      int port = connection.port() == null ? channel.port() : connection.port();
      for (String folder : List.of(channel.out(), channel.in())) {
        String place = channel.user() + "@" + host + ":" + port + "/" + folder;
        String other = places.putIfAbsent(place, agency.id());
        refuseUnless(
            file,
            agency,
            other == null,
            "a folder that the agency " + other + " has, too",
            "Give each a server of its own here, or folders of its own in routes/agencies");
      }
    }
  }

  /**
   * An agency's connection.
   *
   * @throws IllegalArgumentException when it has no bulk channel
   */
  public BulkConnection of(String agency) {
    BulkConnection connection = connections.get(agency);
    if (connection == null) {
      throw new IllegalArgumentException("no agency with a bulk channel is called " + agency);
    }
    return connection;
  }

  private static BulkConnection connection(SecretFile file, Agency agency, JsonNode json) {
    Set<String> fields = new TreeSet<>();
    json.fieldNames().forEachRemaining(fields::add);
    refuseUnless(file, agency, FIELDS.containsAll(fields), "an unknown field", "Remove it");
    Path privateKey = path(file, agency, json, "privateKey");
    Path knownHosts = path(file, agency, json, "knownHosts");
    refuseUnless(
        file,
        agency,
        Files.isReadable(privateKey),
        "a privateKey that cannot be read",
        "Put it there, readable for the hub only; a relative path begins at this file");
    refuseUnless(
        file,
        agency,
        file.demo() || Files.isReadable(knownHosts),
        "knownHosts that cannot be read",
        "Put them there; a relative path begins at this file");
    return new BulkConnection(
        json.path("host").textValue(),
        json.has("port") ? json.path("port").asInt() : null,
        privateKey,
        knownHosts);
  }

  private static Path path(SecretFile file, Agency agency, JsonNode json, String field) {
    refuseUnless(
        file,
        agency,
        json.path(field).isTextual(),
        "no " + field,
        "Add \"bulk\": {\"privateKey\": …, \"knownHosts\": …} to the agency's entry");
    return file.path().toAbsolutePath().resolveSibling(json.get(field).textValue());
  }

  private static void refuseUnless(
      SecretFile file, Agency agency, boolean right, String what, String remedy) {
    if (!right) {
      throw file.refuse(
          "has for the bulk channel of the agency " + agency.id() + " " + what, remedy);
    }
  }

  private static void addMissing(SecretFile file, Collection<Agency> agencies, int port) {
    ObjectNode json =
        file.exists() && file.read() instanceof ObjectNode earlier
            ? earlier
            : JsonNodeFactory.instance.objectNode();
    boolean added = false;
    for (Agency agency : agencies) {
      if (!json.path(agency.id()).has(BULK)) {
        int free = port + json.size();
        String key = "bulk-" + agency.id() + ".pem";
        ObjectNode entry = json.withObjectProperty(agency.id());
        entry
            .putObject(BULK)
            .put("host", "localhost")
            .put("port", free)
            .put("privateKey", key)
            .put("knownHosts", "partners/" + agency.id() + "/known_hosts");
        writeKey(file.path().toAbsolutePath().getParent(), key);
        added = true;
      }
    }
    if (added) {
      file.write(json);
    }
  }

  /**
   * A key pair: the private key, and beside it, as a line of OpenSSH, what the demo's agency knows
   * of it. On a curve: to find two primes takes a cold process as long as the rest of its start.
   */
  private static void writeKey(Path folder, String name) {
    try {
      WholeFile.folder(folder);
      KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, CURVE_BITS);
      // not .pub, which SFTP clients would look for a key of their own in
      WholeFile.appear(folder, "public-" + name, out -> pair.writePublicKey(out, "renkei"));
      WholeFile.appear(folder, name, pair::writePrivateKey);
      pair.dispose();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JSchException e) {
      throw new IllegalStateException(e);
    }
  }
}
