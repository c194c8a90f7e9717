package jp.renkei.api;

import jakarta.servlet.DispatcherType;
import jp.renkei.protection.CertificateCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.x509.X509AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The rights table, as far as its doors exist. What is not named here is denied. */
@Configuration(proxyBeanMethods = false)
class HttpSecurityConfiguration {

  private static final String CALLER = "CALLER";
  private static final String OPERATOR = "OPERATOR";
  private static final String AUDITOR = "AUDITOR";
  private static final String ADMIN = "ADMIN";

  /** Everybody but the agencies. */
  private static final String[] OURS = {CALLER, OPERATOR, "RELEASER", AUDITOR, ADMIN};

  /** Who may look at what the hub is doing. */
  static final String[] LOOK = {OPERATOR, AUDITOR, ADMIN};

  /** A measurement around each filter costs more than the filter. */
  @Bean
  SecurityObservationSettings noObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /** Patterns of the path alone: without it every request is matched against all handlers first. */
  @Bean
  PathPatternRequestMatcherBuilderFactoryBean paths() {
    return new PathPatternRequestMatcherBuilderFactoryBean();
  }

  /** A database refuses a NUL in a text, and the caller would be told that the hub is at fault. */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    return firewall;
  }

  @Bean
  SecurityFilterChain doors(
      HttpSecurity http, GuardedLogin logins, CertificateCheck certificates, WriteProblem problems)
      throws Exception {
    return http.authenticationProvider(logins)
        .addFilterBefore(byCertificate(certificates), BasicAuthenticationFilter.class)
        .authorizeHttpRequests(
            doors ->
                doors
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET,
                        "/actuator/health",
                        "/actuator/health/liveness",
                        "/actuator/health/readiness")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                    .hasAnyRole(LOOK)
                    .requestMatchers(
                        HttpMethod.POST, "/api/v1/inquiries", "/api/v1/inquiries:batch")
                    .hasRole(CALLER)
                    .requestMatchers(HttpMethod.POST, "/api/v1/inquiries/*/cancel")
                    .hasAnyRole(CALLER, OPERATOR, ADMIN)
                    .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/inquiries/*/replay",
                        "/api/v1/inquiries/*/answer",
                        "/api/v1/inquiries/*/answer/confirm",
                        "/api/v1/inquiries:replay",
                        "/api/v1/inquiries:again",
                        "/api/v1/agencies/*/pause",
                        "/api/v1/agencies/*/resume")
                    .hasAnyRole(OPERATOR, ADMIN)
                    .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/inquiries/*/legal-hold",
                        "/api/v1/inquiries/*/legal-hold/lift")
                    .hasRole(ADMIN)
                    .requestMatchers(HttpMethod.GET, "/api/v1/events/**")
                    .hasRole(AUDITOR)
                    .requestMatchers(HttpMethod.POST, "/api/v1/disclosures")
                    .hasRole(AUDITOR)
                    .requestMatchers(HttpMethod.GET, "/api/v1/inquiries/*/payload")
                    .hasAnyRole(CALLER, AUDITOR)
                    .requestMatchers(
                        HttpMethod.POST, "/api/v1/questions/*", "/api/v1/questions/*/answer")
                    .hasRole(CALLER)
                    .requestMatchers("/api/v1/questions")
                    .hasRole(CALLER)
                    .requestMatchers(HttpMethod.PUT, "/api/v1/cases/*")
                    .hasRole(CALLER)
                    .requestMatchers("/api/v1/cases/*")
                    .hasAnyRole(OURS)
                    .requestMatchers("/api/v1/agencies")
                    .hasAnyRole(OURS)
                    .requestMatchers("/api/v1/inquiries", "/api/v1/inquiries/**")
                    .hasAnyRole(OURS)
                    .requestMatchers("/api/v1/flows", "/api/v1/flows/*")
                    .hasAnyRole(OURS)
                    .requestMatchers("/api/v1/openapi.*", "/api/v1/openapi/*")
                    .hasAnyRole(OURS)
                    .requestMatchers(HttpMethod.POST, "/callbacks/*/*")
                    .hasRole("AGENCY")
                    .requestMatchers("/mock/**")
                    .hasRole(ADMIN)
                    .anyRequest()
                    .denyAll())
        .httpBasic(basic -> basic.authenticationEntryPoint(problems))
        .exceptionHandling(
            refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(RequestCacheConfigurer::disable)
        // what changes something takes only forms that no other site's page can make a browser send
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  /** Whoever shows nobody's certificate goes on without: a password that is sent decides. */
  private static X509AuthenticationFilter byCertificate(CertificateCheck certificates) {
    X509AuthenticationFilter filter = new X509AuthenticationFilter();
    filter.setPrincipalExtractor(certificates);
    filter.setAuthenticationManager(certificates::authenticate);
    return filter;
  }
}
