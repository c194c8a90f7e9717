package jp.renkei.protection;

import java.security.Principal;

/**
 * Somebody who may come to the HTTP door.
 *
 * @param name the user name
 * @param role what they may do
 * @param caller the upstream system they are, or null for every role but {@code CALLER}
 * @param agency the id of the agency they are, or null for every role but {@code AGENCY}
 */
public record User(String name, Role role, Caller caller, String agency) implements Principal {

  /** Somebody who is no agency. */
  public User(String name, Role role, Caller caller) {
    this(name, role, caller, null);
  }

  @Override
  public String getName() {
    return name;
  }
}
