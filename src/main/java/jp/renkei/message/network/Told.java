package jp.renkei.message.network;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/** What a reply tells, typed by its kind. */
public interface Told {

  /** Whether it tells nothing at all; itself no part of what is told. */
  @JsonIgnore
  boolean isEmpty();

  /** The first item that only a {@code PARTIAL} reply may leave out, and that is left out. */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /** What contradicts itself and is no reply, naming the place and never a value. */
  default Optional<String> contradiction() {
    return Optional.empty();
  }
}
