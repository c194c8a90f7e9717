package jp.renkei.inquiry.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.Refusal;
import jp.renkei.message.MessageKinds;
import jp.renkei.problem.ProblemException;
import jp.renkei.problem.Retry;
import jp.renkei.protection.Caller;
import jp.renkei.protection.Spool;
import jp.renkei.protection.Spools;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the inquiries of a file that a caller has put into its folder, and writes back what became
 * of each. The file is first copied, encrypted, and held against its end file; not one line of it
 * is taken before it has proved whole. A crash at any instant lets it begin anew: the keys of the
 * lines see to it that nothing is asked twice. What was dealt with is deleted: nothing personal
 * lies open longer than it must.
 */
public final class TakeFile {

  private static final Logger log = LoggerFactory.getLogger(TakeFile.class);

  private final DropFolders folders;
  private final TakeInquiries takeInquiries;
  private final Spools spools;
  private final Catalogue catalogue;
  private final MessageKinds kinds;
  private final ObjectMapper json;
  private final ExecutorService files;

  /**
   * @param files a thread for each caller
   */
  TakeFile(
      DropFolders folders,
      TakeInquiries takeInquiries,
      Spools spools,
      Catalogue catalogue,
      MessageKinds kinds,
      ObjectMapper json,
      ExecutorService files) {
    this.folders = folders;
    this.takeInquiries = takeInquiries;
    this.spools = spools;
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.json = json;
    this.files = files;
  }

  /**
   * Takes a file, if another node does not. Not on the thread that asks for it: that is in the
   * middle of a route, and the flows' routes would wait for it to come out of there.
   *
   * @param caller whose folder it is in
   * @param name of one segment
   * @throws ProblemException where the hub takes none now: the file waits
   */
  public void take(String caller, String name) throws Exception {
    try {
      files
          .submit(
              () -> {
                takeHere(caller, name);
                return null;
              })
          .get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception failure ? failure : e;
    }
  }

  private void takeHere(String caller, String name) throws IOException {
    CallerFolder folder = folders.of(caller);
    if (!folder.isServedHere()) {
      return;
    }
    folder.tidy();
    if (!folder.has(name)) {
      return;
    }
    String which = folder.which(name);
    ResultFile result = new ResultFile(folder.out(), name);
    try {
      take(folders.caller(caller), folder, name, result);
    } catch (ProblemException e) {
      if (e.problem().retry() == Retry.AFTER_PAUSE) {
        throw e;
      }
      log.warn("A file of {} is refused whole / ファイル全体を受け付けません: {}", caller, e.getMessage());
      result.problem(json.writeValueAsBytes(Refusal.body(e.problem(), e.faults())));
    }
    folder.done(name, which);
  }

  private void take(Caller caller, CallerFolder folder, String name, ResultFile result)
      throws IOException {
    BulkLimits limits = BulkLimits.of(caller.share().largestBody());
    FileFormat format = FileFormat.of(name);
    try (Spool content = spools.open();
        Spool results = spools.open()) {
      EndFile told = folder.end(name);
      EndFile found = copy(folder, name, content, limits);
      told.check(found);
      long rows = rows(content, format, limits);
      told.check(found.withRows(rows));
      try (InputStream in = content.read();
          DataOutputStream out = new DataOutputStream(results.write())) {
        PostedInquiries inquiries = format.inquiries(in, limits, types());
        takeInquiries.take(caller.id(), inquiries, settled -> settled.write(out));
      }
      result.results(results, rows, format);
      log.info("{} rows of {} are answered, sha256 {}", rows, caller.id(), told.sha256());
    }
  }

  private static EndFile copy(CallerFolder folder, String name, Spool content, BulkLimits limits)
      throws IOException {
    try (InputStream in = folder.open(name);
        OutputStream out = content.write()) {
      return EndFile.copied(in, out, limits);
    }
  }

  private long rows(Spool content, FileFormat format, BulkLimits limits) throws IOException {
    long rows = 0;
    try (InputStream in = content.read()) {
      PostedInquiries inquiries = format.inquiries(in, limits, types());
      while (inquiries.next() != null) {
        rows++;
      }
    }
    return rows;
  }

  private FieldTypes types() {
    return new FieldTypes(catalogue, kinds);
  }
}
