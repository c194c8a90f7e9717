package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import jp.renkei.ledger.LedgerModel.Told;
import jp.renkei.ledger.LedgerStep.Act;
import jp.renkei.ledger.LedgerStep.Fault;

/** A ledger on a file, taken through steps beside a model of it, and compared after each. */
final class LedgerRun implements AutoCloseable {

  /** The id of an inquiry that nobody accepted. */
  static final String NO_INQUIRY = "none";

  private static final String KEY = "key-";
  private static final List<String> FLOWS =
      List.of(LedgerFixture.FLOW, "assessment.second", "assessment.never-asked");
  static final String HERE = "node-a";
  static final String THERE = "node-b";
  private static final Duration PAUSE = Duration.ofSeconds(60);

  private final Path folder;
  private final LedgerModel model = new LedgerModel();
  private final List<CompletableFuture<Void>> closing;
  private int posted;
  private LedgerFixture ledger;
  private GroupGate gate;
  private FaultyCommits commits;
  private LedgerWriter writer;
  private Incarnation here;
  private Incarnation there;

  /**
   * @param closing gets what still has to end when this is closed: threads, no file
   */
  LedgerRun(Path folder, List<CompletableFuture<Void>> closing) {
    this.folder = folder;
    this.closing = closing;
  }

  /** Opens the ledger for the first time. */
  void start() throws Exception {
    open(null);
  }

  /** Opens the ledger of the folder, at a moment or, with null, at that of its clock. */
  private void open(Instant now) throws Exception {
    ledger = LedgerFixture.onH2(folder);
    if (now != null) {
      ledger.clock.pass(Duration.between(ledger.clock.instant(), now));
    }
    commits = new FaultyCommits(ledger.pool);
    gate = new GroupGate();
    writer =
        new LedgerWriter(
            new GroupCommit(commits, true, new CommitGate(), CaseNews.NONE),
            gate,
            List.of(),
            new IntakeRoom(IntakeRoom.MOST, Long.MAX_VALUE));
    writer.submit(
        new Note(new Event(null, null, null, now(), EventKind.REFUSED, "nhi", "holds the writer")));
    gate.awaitHeld();
    here = ledger.incarnation(HERE);
    there = ledger.incarnation(THERE);
  }

  /** Takes one step and sees that the ledger is what it must be. */
  void take(LedgerStep step) throws Exception {
    if (step instanceof LedgerStep.Together together) {
      List<Command<?>> commands = new ArrayList<>();
      together.acts().forEach(act -> add(commands, act));
      submit(commands, together.fault());
    } else if (step instanceof LedgerStep.Claim claim) {
      claim(claim.node());
    } else if (step instanceof LedgerStep.Pass pass) {
      ledger.clock.pass(pass.time());
    } else {
      crash();
    }
    compare();
  }

  /** Lets every deadline come. */
  void settle() throws Exception {
    ledger.clock.pass(Duration.ofDays(4));
    List<Command<?>> ends = new ArrayList<>();
    for (ModelInquiry inquiry : model.inquiries()) {
      if (inquiry.state != State.ENDED) {
        ends.add(end(inquiry.id, Outcome.EXPIRED, null));
      }
    }
    submit(ends, Fault.NONE);
    compare();
  }

  private void submit(List<Command<?>> commands, Fault fault) throws Exception {
    commits.next(fault);
    List<CompletableFuture<?>> futures = new ArrayList<>();
    gate.run(
        () -> {
          commands.forEach(command -> futures.add(writer.submit(command)));
          return futures;
        });
    commits.next(Fault.NONE);
    assertThat(futures.stream().map(LedgerRun::told).toList())
        .as("what is told of %s", commands)
        .isEqualTo(model.run(commands, fault));
  }

  private static Object told(CompletableFuture<?> future) {
    try {
      Object result = LedgerFixture.done(future);
      return result instanceof Acceptance acceptance
          ? new Told(
              acceptance.inquiry() == null ? null : acceptance.inquiry().id(),
              acceptance.fresh(),
              acceptance.sameBody())
          : result;
    } catch (CompletionException e) {
      return e.getCause().getClass();
    }
  }

  private void add(List<Command<?>> commands, Act act) {
    if (act instanceof LedgerStep.Posted post) {
      commands.add(accept(post));
      return;
    }
    if (act instanceof LedgerStep.Unknown) {
      commands.add(end(NO_INQUIRY, Outcome.ANSWERED, "reply"));
      return;
    }
    if (act instanceof LedgerStep.Declared declared) {
      declare(commands, declared);
      return;
    }
    ModelInquiry inquiry = model.get(act.key());
    if (inquiry == null) {
      return;
    }
    String id = inquiry.id;
    if (act instanceof LedgerStep.Replayed) {
      if (inquiry.outcome == Outcome.FAILED) {
        commands.add(new Replay(id, inquiry.caseKey, now(), now(), "operator", "mended"));
      }
    } else if (act instanceof LedgerStep.KeyedIn) {
      if (source(act.key()) == null) {
        writeLetter(id);
      }
      commands.add(
          new KeepKeyed(
              id,
              LedgerFixture.FLOW,
              LedgerFixture.AGENCY,
              source(act.key()),
              "operator",
              now(),
              bytes("keyed")));
    } else if (act instanceof LedgerStep.Confirmed) {
      commands.add(
          new ConfirmKeyed(
              inquiry.keyed,
              source(act.key()),
              Outcome.ANSWERED,
              new End(
                  id,
                  LedgerFixture.FLOW,
                  LedgerFixture.AGENCY,
                  inquiry.caseKey,
                  Outcome.MANUAL,
                  null,
                  now(),
                  null,
                  now(),
                  null,
                  bytes("paper " + inquiry.keyed),
                  GivenItems.NONE,
                  "operator2")));
    } else if (act instanceof LedgerStep.Failed) {
      commands.add(end(id, Outcome.FAILED, null));
    } else if (act instanceof LedgerStep.Sent) {
      // what was sent before a replay is noted before it
      if (inquiry.outcome == null) {
        commands.add(
            new MarkSent(
                id, LedgerFixture.FLOW, LedgerFixture.AGENCY, inquiry.attempt, now(), now()));
      }
    } else if (act instanceof LedgerStep.Postponed) {
      commands.add(
          new Postpone(
              id,
              LedgerFixture.FLOW,
              LedgerFixture.AGENCY,
              inquiry.attempt,
              inquiry.failures + 1,
              now(),
              now().plus(PAUSE),
              "JMSException"));
    } else if (act instanceof LedgerStep.HeldByProvider) {
      commands.add(new HoldByProvider(id, LedgerFixture.FLOW, LedgerFixture.AGENCY, now()));
    } else if (act instanceof LedgerStep.Replied replied) {
      commands.add(end(id, Outcome.ANSWERED, "reply " + replied.reply() + " to " + act.key()));
    } else if (act instanceof LedgerStep.OtherPerson other) {
      commands.add(
          new HoldReply(
              id,
              LedgerFixture.FLOW,
              ledger.reply("reply " + other.reply() + " to " + act.key()),
              EventKind.REPLY_OTHER_PERSON,
              null));
    } else if (act instanceof LedgerStep.Cancelled) {
      commands.add(end(id, Outcome.CANCELLED, null));
    } else if (act instanceof LedgerStep.Deadline && !inquiry.deadline.isAfter(now())) {
      commands.add(end(id, Outcome.EXPIRED, null));
    }
  }

  /** Every other key is asked by letter; the others are answered by hand. */
  private static String source(int key) {
    return key % 2 == 0 ? null : "note " + key;
  }

  /** Its letter, where none is written yet. */
  private void writeLetter(String id) {
    ledger
        .jdbc
        .sql(
            """
            insert into document (inquiry_id, form, numbered_at, reminders)
            select id, 'SIN', accepted_at, 0 from inquiry where id = ?
            on conflict do nothing""")
        .param(id)
        .update();
  }

  private void declare(List<Command<?>> commands, LedgerStep.Declared act) {
    String caseId = caseId(act.key(), 0);
    if (caseId != null) {
      commands.add(
          new DeclareCase(
              new CaseKey("nhi", caseId),
              Set.copyOf(FLOWS.subList(0, act.expects())),
              act.seal(),
              now(),
              "nhi"));
    }
  }

  /** Two keys share a case, one has its own and one has none; another body names another case. */
  private static String caseId(int key, int body) {
    return body > 0 ? "other-" + key : key == 3 ? null : "case-" + key / 2;
  }

  private Accept accept(LedgerStep.Posted post) {
    NewInquiry inquiry =
        new NewInquiry(
            "%026d".formatted(++posted),
            "R%019d".formatted(posted),
            "nhi",
            FLOWS.get(post.key() % 2),
            LedgerFixture.AGENCY,
            null,
            Lane.SINGLE,
            caseId(post.key(), post.body()),
            null,
            false,
            null,
            "test",
            LedgerFixture.hash(1, "subject"),
            false,
            List.of(LedgerFixture.hash(1, KEY + post.key())),
            List.of(LedgerFixture.hash(1, "body " + post.body())),
            now(),
            now().plus(Duration.ofDays(3)),
            bytes("request " + posted),
            bytes("message " + posted),
            null);
    return new Accept(
        inquiry, post.claimed() ? here.id() : null, post.claimed() ? here.claimUntil() : null);
  }

  private End end(String id, Outcome outcome, String reply) {
    return new End(
        id,
        LedgerFixture.FLOW,
        LedgerFixture.AGENCY,
        id.equals(NO_INQUIRY) ? null : model.caseOf(id),
        outcome,
        null,
        now(),
        null,
        now(),
        reply == null ? null : ledger.reply(reply),
        reply == null ? null : bytes("answer from " + reply),
        GivenItems.NONE,
        "hub");
  }

  private void claim(String node) throws Exception {
    Incarnation incarnation = node.equals(HERE) ? here : there;
    List<String> free = model.free(now());
    Outbox outbox = new Outbox(LedgerFixture.AGENCY, 100, 100);

    assertThat(ledger.claims(incarnation).claim(outbox, LedgerFixture.ALL)).isEqualTo(free.size());

    List<String> claimed = new ArrayList<>();
    for (SendWork work = outbox.next(0); work != null; work = outbox.next(0)) {
      assertThat(text(work.message())).isEqualTo("message " + Integer.parseInt(work.inquiryId()));
      model.claim(work.inquiryId(), incarnation.id(), work.claimedUntil());
      claimed.add(work.inquiryId());
    }
    assertThat(claimed).containsExactlyInAnyOrderElementsOf(free);
  }

  /** Nothing is written any more, as if the power went; both nodes start again. */
  private void crash() throws Exception {
    Instant now = now();
    drop();
    open(now);
    model.inquiries().forEach(inquiry -> inquiry.claim(null, null));
  }

  private void drop() {
    try {
      ledger.jdbc.sql("shutdown immediately").update();
    } catch (RuntimeException closedUnderIt) {
      // the database goes away under the connection that tells it to
    }
    ledger.pool.close();
    GroupGate hold = gate;
    LedgerWriter writing = writer;
    LedgerFixture gone = ledger;
    closing.add(
        CompletableFuture.runAsync(
            () -> {
              hold.open();
              writing.close();
              gone.close();
            }));
  }

  private void compare() {
    assertThat(ledger.reader.due(now(), List.of(), 100))
        .extracting(Inquiry::id)
        .containsExactlyInAnyOrderElementsOf(model.overdue(now()));
    assertThat(ledger.count("inquiry")).isEqualTo(model.inquiries().size());
    assertThat(ids("select inquiry_id from open_inquiry"))
        .as("what waits for its deadline")
        .containsExactlyInAnyOrderElementsOf(ids("select id from inquiry where state <> 'ENDED'"));
    model.inquiries().forEach(this::compare);
    compareCases();
  }

  private void compareCases() {
    Map<String, String> must = new TreeMap<>();
    model
        .cases()
        .forEach(
            (key, its) ->
                must.put(
                    key.toString(),
                    model.open(key)
                        + (its.sealed ? " sealed" : "")
                        + (its.completed ? " completed" : "")));
    Map<String, String> is = new TreeMap<>();
    ledger
        .jdbc
        .sql("select * from inquiry_case")
        .query(
            row -> {
              is.put(
                  row.getString("caller") + " " + row.getString("case_id"),
                  row.getInt("open_inquiries")
                      + (row.getObject("sealed_at") == null ? "" : " sealed")
                      + (row.getObject("completed_at") == null ? "" : " completed"));
            });
    assertThat(is).isEqualTo(must);
    assertThat(
            ledger
                .jdbc
                .sql("select detail from event where what = 'CASE_COMPLETED'")
                .query(String.class)
                .list())
        .as("each completion is told once")
        .containsExactlyInAnyOrderElementsOf(
            must.keySet().stream().filter(key -> must.get(key).endsWith(" completed")).toList());
  }

  private void compare(ModelInquiry must) {
    Inquiry is = ledger.reader.inquiry(must.id).orElseThrow();
    assertThat(is.state()).isEqualTo(must.state);
    assertThat(is.outcome()).isEqualTo(must.outcome);
    compareTimelines(
        ledger.reader.events(must.id).stream().map(Event::what).toList(), must.timeline);
    assertThat(ledger.reader.payload(must.id, Part.ANSWER).map(LedgerRun::text).orElse(null))
        .isEqualTo(must.answer);
    assertThat(held(must.id)).containsExactlyInAnyOrderElementsOf(must.held);
    assertThat(sendRows(must.id))
        .containsExactlyElementsOf(
            must.state == State.ACCEPTED
                ? List.of("SEND " + must.due + " " + must.failures + " " + must.claimedBy)
                : must.state == State.SENT ? List.of("AWAIT " + is.sent() + " 0 null") : List.of());
  }

  /** In order to the end; what one group brings after the end is told kind by kind. */
  private static void compareTimelines(List<EventKind> is, List<EventKind> must) {
    int life = must.indexOf(EventKind.ENDED) < 0 ? must.size() : must.indexOf(EventKind.ENDED) + 1;
    assertThat(is).hasSize(must.size());
    assertThat(is.subList(0, life)).isEqualTo(must.subList(0, life));
    assertThat(is.subList(life, is.size()))
        .containsExactlyInAnyOrderElementsOf(must.subList(life, must.size()));
  }

  /** That every inquiry ended once, told from the tables alone. */
  void seeThatAllEndedOnce() {
    assertThat(ledger.count("dispatch")).isZero();
    assertThat(
            numbers(
                """
                select sum(case e.what when 'ENDED' then 1 else -1 end)
                  - max(case when i.came_from = 'ENDED' and i.outcome = 'MANUAL' then 1 else 0 end)
                from inquiry i
                left join event e on e.inquiry_id = i.id and e.what in ('ENDED', 'REPLAYED')
                group by i.id"""))
        .containsOnly(1);
    assertThat(numbers("select count(*) from inquiry group by idempotency_hash")).containsOnly(1);
    assertThat(numbers("select count(*) from payload where part = 'ANSWER' group by inquiry_id"))
        .allMatch(answers -> answers == 1);
    assertThat(numbers("select count(*) from inquiry where state <> 'ENDED'")).containsOnly(0);
  }

  private List<Integer> numbers(String sql) {
    return ledger.jdbc.sql(sql).query(Integer.class).list();
  }

  private List<String> ids(String sql) {
    return ledger.jdbc.sql(sql).query(String.class).list();
  }

  private List<String> held(String id) {
    return ledger
        .jdbc
        .sql("select reason, content from held_reply where inquiry_id = ?")
        .param(id)
        .query((row, n) -> row.getString("reason") + " " + text(row.getBytes("content")))
        .list();
  }

  private List<String> sendRows(String id) {
    return ledger
        .jdbc
        .sql("select what, due, failures, claimed_by from dispatch where inquiry_id = ?")
        .param(id)
        .query(
            (row, n) ->
                row.getString("what")
                    + " "
                    + Sql.instant(row, "due")
                    + " "
                    + row.getInt("failures")
                    + " "
                    + row.getString("claimed_by"))
        .list();
  }

  private Instant now() {
    return ledger.clock.instant();
  }

  static int keyOf(NewInquiry inquiry) {
    String hash = inquiry.idempotencyKeys().get(0).value();
    return Integer.parseInt(hash.substring(KEY.length(), hash.lastIndexOf('-')));
  }

  static String content(ArrivedReply reply) {
    return text(reply.content().get());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    drop();
  }
}
