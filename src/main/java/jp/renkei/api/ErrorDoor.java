package jp.renkei.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.renkei.problem.Problem;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the container refused before a door was reached, in the same form. */
@RestController
class ErrorDoor implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<Object> error(HttpServletRequest request, HttpServletResponse response) {
    SafeHeaders.allowNothing(response);
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Problem problem =
        status instanceof Integer told ? ProblemBody.ofStatus(told) : Problem.INTERNAL;
    return ProblemBody.response(problem, ProblemBody.placeless(problem));
  }
}
