package jp.renkei.mock;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a test tells an agency how to behave and looks at what it got. */
@RestController
@RequestMapping("/mock/agencies/{agency}")
class MockDoor {

  private final ObjectMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final MockAgencies agencies;

  MockDoor(MockAgencies agencies) {
    this.agencies = agencies;
  }

  @GetMapping("/faults")
  Faults faults(@PathVariable("agency") String agency) {
    return agencies.agency(agency).faults();
  }

  @PutMapping("/faults")
  Faults misbehave(@PathVariable("agency") String agency, @RequestBody String body) {
    MockAgency mock = agencies.agency(agency);
    mock.misbehave(read(body, new TypeReference<>() {}));
    return mock.faults();
  }

  @DeleteMapping("/faults")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void behave(@PathVariable("agency") String agency) {
    agencies.agency(agency).misbehave(Faults.NONE);
  }

  @GetMapping("/replies")
  List<Script> scripts(@PathVariable("agency") String agency) {
    return agencies.agency(agency).scripts();
  }

  @PutMapping("/replies")
  List<Script> play(@PathVariable("agency") String agency, @RequestBody String body) {
    MockAgency mock = agencies.agency(agency);
    mock.play(read(body, new TypeReference<>() {}));
    return mock.scripts();
  }

  @DeleteMapping("/replies")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forgetScripts(@PathVariable("agency") String agency) {
    agencies.agency(agency).play(List.of());
  }

  @GetMapping("/received")
  List<Received.Entry> received(@PathVariable("agency") String agency) {
    return agencies.agency(agency).received();
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(ProblemException refused) {
    Problem problem = refused.problem();
    ProblemDetail detail = ProblemDetail.forStatus(problem.status());
    detail.setType(URI.create(problem.type()));
    detail.setTitle(problem.title());
    detail.setProperty("code", problem.code());
    detail.setProperty("faults", refused.faults());
    return ResponseEntity.of(detail).build();
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
