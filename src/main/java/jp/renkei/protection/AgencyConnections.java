package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.renkei.flow.Agency;
import jp.renkei.flow.HttpsConnection;

/** The connections of the agencies reached over https. Immutable. */
public final class AgencyConnections {

  private static final int SECRET_BYTES = 32;
  private static final Set<String> FIELDS =
      Set.of("url", "tokenEndpoint", "clientSecret", "trustStore", "keyStore", "keyStorePassword");

  private final Map<String, AgencyConnection> connections;

  private AgencyConnections(Map<String, AgencyConnection> connections) {
    this.connections = connections;
  }

  /** Where no agency is reached over https. */
  static AgencyConnections none() {
    return new AgencyConnections(Map.of());
  }

  /**
   * The connections of a file; the demo makes those that are missing and leaves the others. What
   * the demo's agencies make of their own accord, their certificates, may come later.
   *
   * @param agencies those reached over https
   * @param demoPort from where on the demo's agencies listen on the loopback, each at a port of its
   *     own
   */
  static AgencyConnections of(SecretFile file, Collection<Agency> agencies, int demoPort) {
    if (file.demo()) {
      addMissing(file, agencies, demoPort);
    }
    JsonNode json = file.read();
    Map<String, AgencyConnection> connections = new LinkedHashMap<>();
    for (Agency agency : agencies) {
      connections.put(agency.id(), connection(file, agency, json.path(agency.id())));
    }
    return new AgencyConnections(Map.copyOf(connections));
  }

  /**
   * An agency's connection.
   *
   * @throws IllegalArgumentException when it is not reached over https
   */
  public AgencyConnection of(String agency) {
    AgencyConnection connection = connections.get(agency);
    if (connection == null) {
      throw new IllegalArgumentException("no agency reached over https is called " + agency);
    }
    return connection;
  }

  private static AgencyConnection connection(SecretFile file, Agency agency, JsonNode json) {
    Set<String> fields = new HashSet<>();
    json.fieldNames().forEachRemaining(fields::add);
    refuseUnless(file, agency, FIELDS.containsAll(fields), "an unknown field", "Remove it");
    AgencyConnection connection =
        new AgencyConnection(
            url(file, agency, json.path("url")),
            url(file, agency, json.path("tokenEndpoint")),
            json.path("clientSecret").asText(),
            path(file, json.path("trustStore")),
            path(file, json.path("keyStore")),
            json.path("keyStorePassword").asText());
    boolean signs =
        agency.https().authentication() == HttpsConnection.Authentication.CLIENT_SECRET_JWT;
    refuseUnless(
        file,
        agency,
        connection.clientSecret().length() >= (signs ? SECRET_BYTES : 1),
        "no clientSecret, or one too short to sign with",
        "Add the secret agreed with the agency; client_secret_jwt takes at least 32 characters");
    refuseUnless(
        file,
        agency,
        agency.https().mutualTls() == (connection.keyStore() != null),
        "a keyStore without mutualTls in the catalogue, or none with it",
        "Add or remove \"keyStore\"");
    if (!file.demo()) {
      refuseMissing(file, agency, connection.trustStore());
      refuseMissing(file, agency, connection.keyStore());
    }
    return connection;
  }

  private static URI url(SecretFile file, Agency agency, JsonNode url) {
    if (url.isMissingNode()) {
      return null;
    }
    try {
      return HttpsConnection.url(url.asText());
    } catch (IllegalArgumentException e) {
      throw file.refuse(
          "names a URL of " + agency.id() + " that is none",
          "Write an https URL without user, query and fragment");
    }
  }

  private static Path path(SecretFile file, JsonNode path) {
    return path.isMissingNode() ? null : file.path().toAbsolutePath().resolveSibling(path.asText());
  }

  private static void refuseMissing(SecretFile file, Agency agency, Path store) {
    refuseUnless(
        file,
        agency,
        store == null || Files.isReadable(store),
        "a store that cannot be read",
        "Put it there; a relative path begins at this file");
  }

  private static void refuseUnless(
      SecretFile file, Agency agency, boolean right, String what, String remedy) {
    if (!right) {
      throw file.refuse("has for the agency " + agency.id() + " " + what, remedy);
    }
  }

  private static void addMissing(SecretFile file, Collection<Agency> agencies, int port) {
    ObjectNode json =
        file.exists() && file.read() instanceof ObjectNode earlier
            ? earlier
            : JsonNodeFactory.instance.objectNode();
    int before = json.size();
    for (Agency agency : agencies) {
      if (!json.has(agency.id())) {
        String place = "https://localhost:" + (port + json.size()) + "/" + agency.id();
        json.putObject(agency.id())
            .put("url", place + "/inquiries")
            .put("tokenEndpoint", place + "/token")
            .put("clientSecret", RandomText.ofBytes(SECRET_BYTES))
            .put("trustStore", "partners/" + agency.id() + "/certificate.pem");
      }
    }
    if (json.size() > before) {
      file.write(json);
    }
  }
}
