package jp.renkei.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Tells browsers on every answer to make nothing of it but what it is: not another type, not a part
 * of another page, not a page with scripts, nothing to keep, and no address to pass on. Also on
 * what Tomcat answers by itself, before any filter. That TLS must be used (HSTS) is told by Spring
 * Security where it is.
 */
final class SafeHeaders extends ValveBase {

  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cache-Control", "no-store");

  static final String POLICY = "Content-Security-Policy";
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  SafeHeaders() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    ALWAYS.forEach(response::setHeader);
    if (!isHawtio(request.getRequestURI())) {
      allowNothing(response);
    }
    getNext().invoke(request, response);
  }

  /** What is no page may do nothing, whatever a browser takes it for. */
  static void allowNothing(HttpServletResponse response) {
    response.setHeader(POLICY, NOTHING);
  }

  /** Hawtio adds a policy of its own; two would both hold. */
  private static boolean isHawtio(String path) {
    return path != null && path.startsWith("/actuator/hawtio");
  }
}
