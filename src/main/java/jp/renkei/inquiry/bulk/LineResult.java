package jp.renkei.inquiry.bulk;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;

/**
 * What became of one line: what the single door would have told.
 *
 * @param line its number, from 1
 * @param key its idempotency key, or null where it has none that could be one
 * @param status 200 or 202 where it is an inquiry now, else the problem's
 * @param id the inquiry's id, or null
 * @param problem why there is none, or null
 * @param faults the places that are wrong, never a value
 */
public record LineResult(
    long line, String key, int status, String id, Problem problem, List<Fault> faults) {

  static LineResult accepted(long line, String key, int status, String id) {
    return new LineResult(line, key, status, id, null, List.of());
  }

  static LineResult refused(long line, String key, Problem problem, List<Fault> faults) {
    return new LineResult(line, key, problem.status(), null, problem, faults);
  }

  /** Writes it as {@link #read} reads it: a problem by its code, without its words. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(line);
    out.writeUTF(key == null ? "" : key);
    out.writeInt(status);
    out.writeUTF(id == null ? "" : id);
    out.writeUTF(problem == null ? "" : problem.code());
    out.writeInt(faults.size());
    for (Fault fault : faults) {
      out.writeUTF(fault.pointer());
      out.writeUTF(fault.reason());
    }
  }

  /** The next of those that were written. */
  public static LineResult read(DataInput in) throws IOException {
    long line = in.readLong();
    String key = in.readUTF();
    int status = in.readInt();
    String id = in.readUTF();
    String code = in.readUTF();
    List<Fault> faults = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      faults.add(new Fault(in.readUTF(), in.readUTF()));
    }
    return new LineResult(
        line,
        key.isEmpty() ? null : key,
        status,
        id.isEmpty() ? null : id,
        code.isEmpty() ? null : Problem.byCode(code).orElseThrow(),
        faults);
  }
}
