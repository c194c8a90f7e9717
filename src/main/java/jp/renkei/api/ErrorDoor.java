package jp.renkei.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import jp.renkei.problem.Problem;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the container refused before a door was reached, in the same form. */
@RestController
class ErrorDoor implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<Object> error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return ProblemBody.response(
        Arrays.stream(Problem.values())
            .filter(problem -> Integer.valueOf(problem.status()).equals(status))
            .findFirst()
            .orElse(Problem.INTERNAL),
        List.of());
  }
}
