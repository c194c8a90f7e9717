package jp.renkei.routing.https;

import jp.renkei.hub.ChangedCatalogue;

/** Gives a hub the shipped catalogue with one thing about the Digital Agency changed. */
final class AgencyAnswering extends ChangedCatalogue {

  static final String AT_ONCE = "answers: at-once";

  /**
   * @param instead what stands in the agency's file instead of {@link #AT_ONCE}
   */
  AgencyAnswering(String instead) {
    super(text -> text.replace(AT_ONCE, instead));
  }
}
