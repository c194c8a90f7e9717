package jp.renkei.operations;

import java.nio.file.Path;
import java.util.List;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.Municipalities;
import jp.renkei.message.MessageKinds;

/** What the hub is shipped with, for tests that hold for every flow and kind. */
public final class ShippedCatalogue {

  private ShippedCatalogue() {}

  /** The message kinds that the hub speaks. */
  public static MessageKinds kinds() {
    return MessageKindConfiguration.kinds(() -> Read.MUNICIPALITIES);
  }

  /** Read once, when the first answer is derived. */
  private static final class Read {
    static final Municipalities MUNICIPALITIES = catalogue().providers().municipalities();
  }

  /** The flows as a start reads them. */
  public static List<Flow> flows() {
    return List.copyOf(catalogue().flows());
  }

  /** The whole catalogue as a start reads it. */
  public static Catalogue catalogue() {
    return new ReadCatalogue(Overlay.of(""), kinds().items()).read();
  }

  /** The same with what a folder outside lays over it. */
  public static Catalogue catalogue(Path outside) {
    return new ReadCatalogue(Overlay.of(outside.toString()), kinds().items()).read();
  }
}
