package jp.renkei.protection;

import java.security.Principal;

/**
 * Somebody who may come to the HTTP door.
 *
 * @param name the user name
 * @param role what they may do
 * @param caller the upstream system they are, or null for every role but {@code CALLER}
 */
public record User(String name, Role role, Caller caller) implements Principal {

  @Override
  public String getName() {
    return name;
  }
}
