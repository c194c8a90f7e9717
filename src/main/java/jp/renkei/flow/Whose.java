package jp.renkei.flow;

/** Whose a provider's code is, as {@link ProviderTables} tell. */
public sealed interface Whose {

  /**
   * Somebody's who can be asked.
   *
   * @param codes what the codes are of the agency that has this member
   * @param code the member's own, which may be another than the one that was given
   */
  record Member(ProviderCodes codes, String code) implements Whose {}

  /**
   * Nobody's who is known.
   *
   * @param why and what to do, in ASCII
   */
  record Nobody(String why) implements Whose {}
}
