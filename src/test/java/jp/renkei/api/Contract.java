package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The contract of the doors, {@code schemas/openapi.yaml}, as tests hold the hub against it. */
public final class Contract {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode document;
  private final ContractSchemas schemas;
  private final List<Operation> operations = new ArrayList<>();

  public Contract() {
    try (InputStream in = Contract.class.getResourceAsStream("/schemas/openapi.yaml")) {
      this.document = new ObjectMapper(new YAMLFactory()).readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.schemas = new ContractSchemas(document);
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> item : path.getValue().properties()) {
        if (METHODS.contains(item.getKey())) {
          operations.add(new Operation(this, item.getKey(), path.getKey(), item.getValue()));
        }
      }
    }
  }

  JsonNode document() {
    return document;
  }

  ContractSchemas schemas() {
    return schemas;
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** The operation that a request is for. */
  Optional<Operation> operation(String method, String path) {
    return operations.stream().filter(operation -> operation.takes(method, path)).findFirst();
  }

  /** What a reference leads to, or the node itself where it is none. */
  JsonNode resolved(JsonNode node) {
    JsonNode reference = node.get("$ref");
    if (reference == null) {
      return node;
    }
    JsonNode found = document.at(reference.textValue().substring(1));
    if (found.isMissingNode()) {
      throw new AssertionError("leads nowhere: " + reference);
    }
    return resolved(found);
  }

  /**
   * What of an answer does not stand in the contract: nothing where all is well. A request that is
   * not for one of its operations must be refused where it is under {@code /api}.
   */
  public List<String> faults(HttpRequest request, HttpResponse<String> response) {
    String path = request.uri().getPath();
    Optional<Operation> operation = operation(request.method(), path);
    if (operation.isPresent()) {
      return operation.get().faults(response);
    }
    return path.startsWith("/api/") && response.statusCode() < 400
        ? List.of(request.method() + " " + path + " is not in the contract")
        : List.of();
  }
}
