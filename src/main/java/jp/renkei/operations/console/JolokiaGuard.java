package jp.renkei.operations.console;

import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Holds Jolokia to {@link LookingOnly}. Whoever tries more is refused and named in the log. */
final class JolokiaGuard implements Restrictor {

  private static final Logger log = LoggerFactory.getLogger(JolokiaGuard.class);

  private static final Set<RequestType> LOOKING =
      Set.of(
          RequestType.READ,
          RequestType.LIST,
          RequestType.SEARCH,
          RequestType.VERSION,
          RequestType.EXEC);

  private final LookingOnly rights;

  JolokiaGuard(LookingOnly rights) {
    this.rights = rights;
  }

  @Override
  public boolean isHttpMethodAllowed(HttpMethod method) {
    return method == HttpMethod.POST || refused(method + " at Jolokia");
  }

  @Override
  public boolean isTypeAllowed(RequestType type) {
    return LOOKING.contains(type) || refused("a request to " + type.getName());
  }

  @Override
  public boolean isAttributeReadAllowed(ObjectName bean, String attribute) {
    return rights.mayRead(bean, attribute) || refused("reading " + attribute + " of " + bean);
  }

  @Override
  public boolean isAttributeWriteAllowed(ObjectName bean, String attribute) {
    return refused("writing " + attribute + " of " + bean);
  }

  @Override
  public boolean isOperationAllowed(ObjectName bean, String operation) {
    return rights.mayCall(bean, operation) || refused("calling " + operation + " of " + bean);
  }

  @Override
  public boolean isObjectNameHidden(ObjectName bean) {
    return !rights.isVisible(bean);
  }

  /** Who may come is decided by their login, before Jolokia is reached. */
  @Override
  public boolean isRemoteAccessAllowed(String... hostsOrAddresses) {
    return true;
  }

  /**
   * No other site's page may read an answer.
   *
   * @param strict whether it is asked for the request itself, which its token guards, and not for
   *     the permission that is told to the browser
   */
  @Override
  public boolean isOriginAllowed(String origin, boolean strict) {
    return strict;
  }

  private static boolean refused(String act) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    log.warn(
        "Refused to {} / 操作を拒否しました: {}", who == null ? "nobody" : who.getName(), printable(act));
    return false;
  }

  /** What a request names comes from outside: it must not write lines of its own. */
  private static String printable(String act) {
    String line = act.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= 300 ? line : line.substring(0, 300) + "…";
  }
}
