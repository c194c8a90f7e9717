package jp.renkei.mock;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Where a test tells an agency how to behave and looks at what it got. Routes rather than a
 * controller, because the hub's component scan, which sees the test classes too, would find that.
 */
final class MockDoor {

  private static final TypeReference<Faults> FAULTS = new TypeReference<>() {};
  private static final TypeReference<List<Script>> SCRIPTS = new TypeReference<>() {};

  private final ObjectMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final MockAgencies agencies;

  MockDoor(MockAgencies agencies) {
    this.agencies = agencies;
  }

  RouterFunction<ServerResponse> routes() {
    String agency = "/mock/agencies/{agency}";
    return RouterFunctions.route()
        .GET(agency + "/faults", request -> ok(agency(request).faults()))
        .PUT(agency + "/faults", this::misbehave)
        .DELETE(agency + "/faults", this::behave)
        .GET(agency + "/replies", request -> ok(agency(request).scripts()))
        .PUT(agency + "/replies", this::play)
        .DELETE(agency + "/replies", this::forgetScripts)
        .GET(agency + "/received", request -> ok(agency(request).received()))
        .onError(ProblemException.class, (e, request) -> refusal((ProblemException) e))
        .build();
  }

  private ServerResponse misbehave(ServerRequest request) throws ServletException, IOException {
    MockAgency agency = agency(request);
    agency.misbehave(read(request.body(String.class), FAULTS));
    return ok(agency.faults());
  }

  private ServerResponse behave(ServerRequest request) {
    agency(request).misbehave(Faults.NONE);
    return ServerResponse.noContent().build();
  }

  private ServerResponse play(ServerRequest request) throws ServletException, IOException {
    MockAgency agency = agency(request);
    agency.play(read(request.body(String.class), SCRIPTS));
    return ok(agency.scripts());
  }

  private ServerResponse forgetScripts(ServerRequest request) {
    agency(request).play(List.of());
    return ServerResponse.noContent().build();
  }

  private MockAgency agency(ServerRequest request) {
    return agencies.agency(request.pathVariable("agency"));
  }

  private static ServerResponse ok(Object body) {
    return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private static ServerResponse refusal(ProblemException refused) {
    Problem problem = refused.problem();
    ProblemDetail detail = ProblemDetail.forStatus(problem.status());
    detail.setType(URI.create(problem.type()));
    detail.setTitle(problem.title());
    detail.setProperty("code", problem.code());
    detail.setProperty("faults", refused.faults());
    return ServerResponse.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }

  private <T> T read(String body, TypeReference<T> type) {
    try {
      T value = json.readValue(body, type);
      if (value == null) {
        throw new ProblemException(Problem.MALFORMED);
      }
      return value;
    } catch (JsonParseException e) {
      throw new ProblemException(Problem.MALFORMED);
    } catch (UnrecognizedPropertyException e) {
      throw new ProblemException(
          Problem.UNKNOWN_FIELD, pointer(e), "known are " + e.getKnownPropertyIds());
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof ProblemException refused) {
        throw refused;
      }
      throw new ProblemException(Problem.INVALID_FIELD, pointer(e), "is of the wrong type");
    } catch (JsonProcessingException e) {
      throw new ProblemException(Problem.MALFORMED);
    }
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(x -> x.getFieldName() == null ? "/" + x.getIndex() : "/" + x.getFieldName())
        .collect(Collectors.joining());
  }
}
