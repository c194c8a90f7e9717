package jp.renkei.inquiry.bulk;

import java.io.IOException;

/** Is told what became of each line, in their order. */
@FunctionalInterface
public interface ResultListener {

  void settled(LineResult result) throws IOException;
}
