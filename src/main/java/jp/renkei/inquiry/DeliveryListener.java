package jp.renkei.inquiry;

import java.time.Instant;

/** Is told, once an inquiry, that a caller who waited on this node has been given its end. */
@FunctionalInterface
public interface DeliveryListener {

  /**
   * The waiting caller was told. Whatever is thrown harms nobody but is logged; it must not wait.
   *
   * @param flow the inquiry's flow
   * @param accepted when it was accepted
   */
  void delivered(String flow, Instant accepted);
}
