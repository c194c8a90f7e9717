package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An answer as its caller may have it.
 *
 * @param answer what the caller gets
 * @param removed the names of the items that were taken out, in the answer's order
 */
public record PermittedAnswer(ObjectNode answer, List<String> removed) {

  public PermittedAnswer {
    removed = List.copyOf(removed);
  }
}
