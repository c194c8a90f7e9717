package jp.renkei.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Transport;
import jp.renkei.inquiry.IncomingReply;
import jp.renkei.inquiry.ReplyEntrance;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.User;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door where an agency brings an answer by its own call. It is told only that the hub has it:
 * what the hub thinks of it is an event. An answer to nobody's inquiry is kept too, and is 404.
 */
@RestController
class CallbackDoor {

  private final Catalogue catalogue;
  private final ReplyEntrance entrance;

  CallbackDoor(Catalogue catalogue, ReplyEntrance entrance) {
    this.catalogue = catalogue;
    this.entrance = entrance;
  }

  @PostMapping(
      path = "/callbacks/{agency}/{number}",
      consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_XML_VALUE})
  CompletableFuture<ResponseEntity<Void>> bring(
      @PathVariable("agency") String agency,
      @PathVariable("number") String number,
      HttpServletRequest request,
      Authentication who)
      throws IOException {
    byte[] body = ReadBody.bytes(request, ownAgency(agency, who).https().responses());
    return entrance
        .arrive(new IncomingReply(agency, number, null, body, null))
        .thenApply(
            known -> {
              if (!known) {
                throw new ProblemException(Problem.NOT_FOUND);
              }
              return ResponseEntity.noContent().build();
            });
  }

  private Agency ownAgency(String agency, Authentication who) {
    User user = (User) who.getPrincipal();
    return catalogue
        .agency(agency)
        .filter(named -> named.transport() == Transport.HTTPS)
        .filter(named -> named.id().equals(user.agency()))
        .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
  }
}
