package jp.renkei.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cases that a group's commands belong to. Their rows are made where they are missing, then all
 * held before the group does anything else, both in the order of their keys: so no two nodes can
 * deadlock on them. When the group has run, the counters follow it, and a case with nothing open
 * that is sealed and whose every expected flow was asked is completed, once. A group without cases
 * pays nothing.
 */
final class LockedCases {

  private static final String OPEN =
      """
      insert into inquiry_case (caller, case_id, opened_at, open_inquiries) values (?, ?, ?, 0)
      on conflict do nothing""";

  /** Of every caller that has a case of the name: only so does H2 read no other. */
  static final String LOCK =
      """
      select caller, case_id, open_inquiries, sealed_at, completed_at from inquiry_case
      where case_id = any(?) order by case_id, caller for update""";

  private static final String COUNT =
      """
      update inquiry_case set open_inquiries = open_inquiries + ?
      where caller = ? and case_id = ?""";

  private static final String FORGET = "delete from inquiry_case where caller = ? and case_id = ?";

  private static final String COMPLETE =
      """
      update inquiry_case set completed_at = ?
      where caller = ? and case_id = ?
        and sealed_at is not null and completed_at is null and open_inquiries = 0
        and not exists (
          select 1 from case_expectation e
          where e.caller = inquiry_case.caller and e.case_id = inquiry_case.case_id
            and not exists (
              select 1 from inquiry i
              where i.case_id = e.case_id and i.caller = e.caller and i.flow = e.flow))""";

  private final Connection connection;
  private final CaseNews news;
  private final Map<CaseKey, LockedCase> cases;

  private LockedCases(Connection connection, CaseNews news, Map<CaseKey, LockedCase> cases) {
    this.connection = connection;
    this.news = news;
    this.cases = cases;
  }

  /** Holds the cases of these commands until the transaction ends. */
  static LockedCases of(Connection connection, CaseNews news, List<? extends Command<?>> commands)
      throws SQLException {
    Map<CaseKey, LockedCase> cases = new TreeMap<>();
    for (Command<?> command : commands) {
      for (Command<?> part : parts(command)) {
        if (part.caseKey() != null) {
          cases.computeIfAbsent(part.caseKey(), key -> new LockedCase()).belongs(part);
        }
      }
    }
    LockedCases locked = new LockedCases(connection, news, cases);
    if (!cases.isEmpty()) {
      locked.open();
      locked.lock();
    }
    return locked;
  }

  /** The commands, where what is posted for a completed case may only repeat. */
  List<? extends Command<?>> admit(List<? extends Command<?>> commands) {
    if (cases.isEmpty()) {
      return commands;
    }
    List<Command<?>> admitted = new ArrayList<>(commands.size());
    for (Command<?> command : commands) {
      boolean late =
          command instanceof Accept
              && command.caseKey() != null
              && cases.get(command.caseKey()).isCompleted();
      admitted.add(late ? new RepeatOnly((Accept) command) : command);
    }
    return admitted;
  }

  /**
   * Lets the counters follow what was done.
   *
   * @param results of the commands, in their order
   */
  void settle(List<? extends Command<?>> commands, List<Object> results) throws SQLException {
    if (cases.isEmpty()) {
      return;
    }
    for (int i = 0; i < commands.size(); i++) {
      if (results.get(i) instanceof AnswerQuestion.Result answered) {
        follow(parts(commands.get(i)), answered.ends());
      } else {
        follow(List.of(commands.get(i)), Collections.singletonList(results.get(i)));
      }
    }
    List<Object[]> counts = new ArrayList<>();
    List<Object[]> forgotten = new ArrayList<>();
    cases.forEach(
        (key, its) -> {
          if (its.change() != 0) {
            counts.add(new Object[] {its.change(), key.caller(), key.id()});
          }
          if (its.isNoCase()) {
            forgotten.add(new Object[] {key.caller(), key.id()});
          }
        });
    Sql.each(connection, COUNT, counts);
    Sql.each(connection, FORGET, forgotten);
    complete();
  }

  /** Of an answer that nobody was ended by there are fewer results than parts. */
  private void follow(List<? extends Command<?>> commands, List<?> results) {
    for (int i = 0; i < results.size(); i++) {
      if (commands.get(i).caseKey() != null) {
        cases.get(commands.get(i).caseKey()).follow(commands.get(i), results.get(i));
      }
    }
  }

  /** An owner's answer ends inquiries of several cases. */
  private static List<? extends Command<?>> parts(Command<?> command) {
    return command instanceof AnswerQuestion answer ? answer.ends() : List.of(command);
  }

  private void open() throws SQLException {
    List<Map.Entry<CaseKey, LockedCase>> perhaps =
        cases.entrySet().stream().filter(each -> each.getValue().mayBeNew()).toList();
    int[] opened =
        Sql.each(
            connection,
            OPEN,
            perhaps.stream()
                .map(
                    each ->
                        new Object[] {
                          each.getKey().caller(),
                          each.getKey().id(),
                          Sql.at(each.getValue().openedAt())
                        })
                .toList());
    for (int i = 0; i < opened.length; i++) {
      perhaps.get(i).getValue().openedHere(opened[i] == 1);
    }
  }

  private void lock() throws SQLException {
    Array ids =
        connection.createArrayOf(
            "varchar", cases.keySet().stream().map(CaseKey::id).distinct().toArray());
    int found = 0;
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setArray(1, ids);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LockedCase its =
              cases.get(new CaseKey(row.getString("caller"), row.getString("case_id")));
          if (its != null) {
            its.is(
                row.getInt("open_inquiries"),
                row.getObject("sealed_at") != null,
                row.getObject("completed_at") != null);
            found++;
          }
        }
      }
    } finally {
      ids.free();
    }
    if (found < cases.size()) {
      throw new SQLException("A case that an inquiry belongs to is not there");
    }
  }

  private void complete() throws SQLException {
    List<CaseKey> ready =
        cases.entrySet().stream()
            .filter(each -> each.getValue().mayBeComplete())
            .map(Map.Entry::getKey)
            .toList();
    int[] completed =
        Sql.each(
            connection,
            COMPLETE,
            ready.stream()
                .map(key -> new Object[] {Sql.at(cases.get(key).lastAt()), key.caller(), key.id()})
                .toList());
    List<CaseCompleted> told = new ArrayList<>();
    for (int i = 0; i < completed.length; i++) {
      if (completed[i] == 1) {
        told.add(new CaseCompleted(ready.get(i), cases.get(ready.get(i)).lastAt()));
      }
    }
    CaseCompleted.tell(connection, news, told);
  }
}
