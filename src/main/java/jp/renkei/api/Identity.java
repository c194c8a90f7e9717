package jp.renkei.api;

import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Caller;
import jp.renkei.protection.Role;
import jp.renkei.protection.User;
import org.springframework.security.core.Authentication;

/**
 * Who is at the door.
 *
 * @param caller the caller's id, or null for any other role
 * @param system the caller with its share, or null for any other role
 */
record Identity(Role role, String caller, Caller system) {

  static Identity of(Authentication who) {
    User user = (User) who.getPrincipal();
    Caller caller = user.caller();
    return new Identity(user.role(), caller == null ? null : caller.id(), caller);
  }

  String callerOrRefuse() {
    if (caller == null) {
      throw new ProblemException(Problem.NOT_PERMITTED);
    }
    return caller;
  }
}
