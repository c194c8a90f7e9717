package jp.renkei.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.problem.Problem;
import jp.renkei.protection.ClockTicker;
import jp.renkei.protection.Users;

/**
 * Makes events of refusals that happen before a door is reached. A user who is refused at a door
 * again and again is one event a minute. Nothing that was sent is told: of the URL only which door
 * it is, and a user's name only where there is such a user, for it may be a password in the wrong
 * place.
 */
final class NoteRefusals {

  private static final List<String> DOORS =
      List.of(
          "/api/v1/inquiries",
          "/api/v1/agencies",
          "/api/v1/flows",
          "/api/v1/openapi",
          "/callbacks",
          "/mock",
          "/actuator");

  private static final int MOST = 1_000;

  private final LedgerWriter writer;
  private final Users users;
  private final Clock clock;
  private final Cache<String, Boolean> told;

  NoteRefusals(LedgerWriter writer, Users users, Clock clock) {
    this.writer = writer;
    this.users = users;
    this.clock = clock;
    this.told =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .ticker(new ClockTicker(clock))
            .build();
  }

  /** A user whose role does not open the door. */
  void notPermitted(HttpServletRequest request) {
    String user = request.getRemoteUser();
    String detail = Problem.NOT_PERMITTED.code() + " " + request.getMethod() + " " + door(request);
    if (user != null && told.asMap().putIfAbsent(user + " " + detail, true) == null) {
      note(EventKind.REFUSED, user, detail);
    }
  }

  /** The first of a burst of failed logins. */
  void loginsFailed(String name, String address) {
    note(
        EventKind.LOGINS_FAILED,
        users.find(name).isPresent() ? name : "unknown",
        Problem.FAILED_LOGINS.code() + " from " + address);
  }

  private static String door(HttpServletRequest request) {
    String path = request.getRequestURI();
    return DOORS.stream().filter(path::startsWith).findFirst().orElse("elsewhere");
  }

  private void note(EventKind what, String who, String detail) {
    writer.submit(new Note(new Event(null, null, null, clock.instant(), what, who, detail)));
  }
}
