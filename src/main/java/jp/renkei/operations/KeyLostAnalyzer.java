package jp.renkei.operations;

import jp.renkei.protection.ContentCipher.KeyLost;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells that stored content cannot be opened any more, and where its key must come from. */
class KeyLostAnalyzer extends AbstractFailureAnalyzer<KeyLost> {

  @Override
  protected FailureAnalysis analyze(Throwable root, KeyLost cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "内容を書いたときの鍵セットを戻してください。新しい鍵セットでは開けません。Put back the keyset that the"
            + " content was written with; a new one cannot open it. If it is lost, so is the content:"
            + " start with an empty data folder and database (鍵セットを失った場合、内容も失われています。"
            + "空のデータフォルダとデータベースで始めてください). docs/keys.md tells more.",
        cause);
  }
}
