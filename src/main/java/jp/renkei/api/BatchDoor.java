package jp.renkei.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import jp.renkei.inquiry.bulk.BulkLimits;
import jp.renkei.inquiry.bulk.LineResult;
import jp.renkei.inquiry.bulk.NdjsonInquiries;
import jp.renkei.inquiry.bulk.PostedInquiries;
import jp.renkei.inquiry.bulk.ResultLine;
import jp.renkei.inquiry.bulk.TakeInquiries;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Spool;
import jp.renkei.protection.Spools;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door for many inquiries at once. Nothing is answered before the last line was read: clients
 * that write all before they read would never get to reading. The results lie in a {@link Spool}
 * until then.
 */
@RestController
class BatchDoor {

  private static final Logger log = LoggerFactory.getLogger(BatchDoor.class);
  private static final int BUFFER = 64 * 1024;

  private final CallerShares shares;
  private final BatchTurns turns;
  private final TakeInquiries takeInquiries;
  private final Spools spools;
  private final ObjectMapper json;
  private final RefusalListener refusals;

  BatchDoor(
      CallerShares shares,
      BatchTurns turns,
      TakeInquiries takeInquiries,
      Spools spools,
      ObjectMapper json,
      RefusalListener refusals) {
    this.shares = shares;
    this.turns = turns;
    this.takeInquiries = takeInquiries;
    this.spools = spools;
    this.json = json;
    this.refusals = refusals;
  }

  @PostMapping(path = "/api/v1/inquiries:batch", produces = MediaType.APPLICATION_NDJSON_VALUE)
  void post(HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    Identity identity = Identity.of(who);
    String caller = identity.callerOrRefuse();
    shares.take(identity.system());
    ReadBody.refuseOtherTypes(request.getContentType(), MediaType.APPLICATION_NDJSON);
    BulkLimits limits = BulkLimits.of(identity.system().share().largestBody());
    limits.checkBytes(request.getContentLengthLong());
    BatchTurns.Turn turn = turns.take(caller);
    try (Spool spool = spools.open()) {
      long lines = read(caller, inquiries(caller, request, limits), spool);
      answer(lines, spool, response);
    } finally {
      turn.end();
    }
  }

  private static PostedInquiries inquiries(
      String caller, HttpServletRequest request, BulkLimits limits) throws IOException {
    PostedInquiries inquiries = new NdjsonInquiries(request.getInputStream(), limits);
    return () -> {
      try {
        return inquiries.next();
      } catch (IOException e) {
        log.info("A batch of {} broke off; what was accepted stays: {}", caller, e.getClass());
        throw new ProblemException(Problem.MALFORMED, "", "the body breaks off");
      }
    };
  }

  /** Reads all lines, and is over when each has been settled. */
  private long read(String caller, PostedInquiries inquiries, Spool spool) throws IOException {
    try (DataOutputStream out = new DataOutputStream(spool.write())) {
      long[] lines = {0};
      takeInquiries.take(
          caller,
          inquiries,
          result -> {
            result.write(out);
            if (result.problem() != null) {
              refusals.refused(result.problem());
            }
            lines[0] = result.line();
          });
      return lines[0];
    }
  }

  private void answer(long lines, Spool spool, HttpServletResponse response) throws IOException {
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
    try (DataInputStream in = new DataInputStream(spool.read())) {
      for (long line = 0; line < lines; line++) {
        out.write(json.writeValueAsBytes(ResultLine.of(LineResult.read(in))));
        out.write('\n');
      }
    }
    out.flush();
  }
}
