package jp.renkei.api;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What the contract says is there is there, and under {@code /api} nothing else is. */
@HubTest
class ContractHandlersIT {

  private final Contract contract = new Contract();

  @Autowired private List<RequestMappingInfoHandlerMapping> mappings;

  @Test
  void theHandlersUnderApiAreTheOperationsAndTakeTheirParameters() {
    Map<String, Set<String>> told =
        contract.operations().stream()
            .filter(operation -> operation.path().startsWith("/api/"))
            .collect(toMap(Operation::name, ContractHandlersIT::parameters));

    assertThat(handlersUnderApi()).isEqualTo(told).hasSizeGreaterThan(5);
  }

  @Test
  void everyOtherOperationHasAHandlerToo() {
    assertThat(contract.operations())
        .filteredOn(operation -> !operation.path().startsWith("/api/"))
        .isNotEmpty()
        .allSatisfy(
            operation ->
                assertThat(mappings.stream().flatMap(ContractHandlersIT::infos))
                    .anyMatch(info -> takes(info, operation)));
  }

  private Map<String, Set<String>> handlersUnderApi() {
    return mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .flatMap(
            handler ->
                handler.getKey().getPatternValues().stream()
                    .filter(path -> path.startsWith("/api"))
                    .flatMap(path -> names(handler.getKey(), path))
                    .map(name -> Map.entry(name, parameters(handler.getValue()))))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Stream<RequestMappingInfo> infos(RequestMappingInfoHandlerMapping mapping) {
    return mapping.getHandlerMethods().keySet().stream();
  }

  /** A handler that takes every method has a name that no operation has. */
  private static Stream<String> names(RequestMappingInfo info, String path) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    return methods.isEmpty()
        ? Stream.of("ANY " + path)
        : methods.stream().map(method -> method + " " + path);
  }

  private static boolean takes(RequestMappingInfo info, Operation operation) {
    RequestMethod method = RequestMethod.resolve(operation.method().toUpperCase(Locale.ROOT));
    return info.getMethodsCondition().getMethods().contains(method)
        && info.getPathPatternsCondition() != null
        && info.getPathPatternsCondition().getPatterns().stream()
            .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(operation.path())));
  }

  private static Set<String> parameters(Operation operation) {
    Set<String> parameters = new TreeSet<>();
    operation
        .parameters()
        .forEach(
            parameter ->
                parameters.add(
                    parameter.get("in").textValue() + " " + parameter.get("name").textValue()));
    return parameters;
  }

  private static Set<String> parameters(HandlerMethod handler) {
    Set<String> parameters = new TreeSet<>();
    Arrays.stream(handler.getMethodParameters())
        .map(ContractHandlersIT::name)
        .filter(Objects::nonNull)
        .forEach(parameters::add);
    return parameters;
  }

  private static String name(MethodParameter parameter) {
    RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
    RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
    PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
    if (query != null) {
      return "query " + query.name();
    }
    if (header != null) {
      return "header " + header.name();
    }
    return path == null ? null : "path " + path.name();
  }
}
