package jp.renkei.mock;

import java.util.List;

/** One agency that answers. */
final class MockAgency implements AutoCloseable {

  private final String id;
  private final Received received;
  private final Desk desk;
  private final Line line;

  MockAgency(String id, Received received, Desk desk, Line line) {
    this.id = id;
    this.received = received;
    this.desk = desk;
    this.line = line;
  }

  String id() {
    return id;
  }

  void open() {
    line.open();
  }

  Faults faults() {
    return desk.faults();
  }

  void misbehave(Faults faults) {
    desk.misbehave(faults);
    line.faultsChanged();
  }

  List<Script> scripts() {
    return desk.scripts().all();
  }

  /**
   * Plays scripts instead of those before.
   *
   * @throws jp.renkei.problem.ProblemException with every script that is wrong
   */
  void play(List<Script> scripts) {
    desk.play(Scripts.checked(scripts, desk.behaviour()));
  }

  List<Received.Entry> received() {
    return received.entries();
  }

  @Override
  public void close() {
    line.close();
    received.close();
  }
}
