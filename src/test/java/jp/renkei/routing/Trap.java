package jp.renkei.routing;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicBoolean;

/** An object that does harm by being read. */
final class Trap implements Serializable {

  static final AtomicBoolean SPRUNG = new AtomicBoolean();

  private static final long serialVersionUID = 1L;

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    SPRUNG.set(true);
    in.defaultReadObject();
  }
}
