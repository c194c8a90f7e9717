package jp.renkei.api;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The one door for a browser: Hawtio, and Jolokia that it speaks to. A browser sends its login by
 * itself, so what is posted needs the token that only the console's own pages can read.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurityConfiguration {

  private static final String HAWTIO = "/actuator/hawtio";
  private static final String JOLOKIA = "/actuator/jolokia";

  @Bean
  @Order(1)
  SecurityFilterChain console(HttpSecurity http, GuardedLogin logins, WriteProblem problems)
      throws Exception {
    CsrfTokenRequestAttributeHandler everyResponse = new CsrfTokenRequestAttributeHandler();
    // the token is told with the first page, not only where a form asks for it
    everyResponse.setCsrfRequestAttributeName(null);
    return http.securityMatcher(new OrRequestMatcher(path(HAWTIO), path(JOLOKIA)))
        .authenticationProvider(logins)
        .authorizeHttpRequests(
            doors ->
                doors
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    // what would carry requests on to other machines
                    .requestMatchers(path(HAWTIO + "/proxy"))
                    .denyAll()
                    // what asks by a link could be asked from any page
                    .requestMatchers(get(JOLOKIA), get(HAWTIO + "/jolokia"))
                    .denyAll()
                    .anyRequest()
                    .hasAnyRole(HttpSecurityConfiguration.LOOK))
        .httpBasic(basic -> basic.authenticationEntryPoint(problems))
        .exceptionHandling(
            refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(RequestCacheConfigurer::disable)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                    // every request logs in: a new token each time would be too new for the next
                    .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                    .csrfTokenRequestHandler(everyResponse))
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  /** By the whole path: Jolokia is a servlet of its own, and Hawtio forwards to it. */
  private static RequestMatcher path(String path) {
    return PathPatternRequestMatcher.withDefaults().matcher(path + "/**");
  }

  private static RequestMatcher get(String path) {
    return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, path + "/**");
  }
}
