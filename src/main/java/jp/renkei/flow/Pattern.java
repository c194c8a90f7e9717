package jp.renkei.flow;

/** How a flow moves. A pattern is also the name of the route templates that make its routes. */
public enum Pattern {
  /** We ask, an agency replies. */
  INQUIRY,
  /** Another system asks, an upstream system answers. */
  ANSWER
}
