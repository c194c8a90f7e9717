package jp.renkei.protection;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.authentication.preauth.x509.X509PrincipalExtractor;

/**
 * Knows users by the certificate that they showed in TLS, which has checked by then that somebody
 * whom the hub trusts has signed it, that it holds today, and that the user has its key. The
 * principal is the {@link User}, the authority {@code ROLE_<role>}.
 */
public final class CertificateCheck implements X509PrincipalExtractor {

  private final Users users;

  CertificateCheck(Users users) {
    this.users = users;
  }

  /** The subject, as it is compared: whatever its spaces and its case. */
  @Override
  public X500Principal extractPrincipal(X509Certificate certificate) {
    return certificate.getSubjectX500Principal();
  }

  /**
   * The user of a certificate.
   *
   * @throws BadCredentialsException where it is nobody's
   */
  public Authentication authenticate(Authentication presented) {
    User user =
        users
            .find((X500Principal) presented.getPrincipal())
            .orElseThrow(() -> new BadCredentialsException("nobody's certificate"));
    return new PreAuthenticatedAuthenticationToken(
        user, null, List.of(new SimpleGrantedAuthority("ROLE_" + user.role())));
  }
}
