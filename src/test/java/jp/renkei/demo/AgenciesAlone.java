package jp.renkei.demo;

import java.nio.file.Path;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.mock.MockAgenciesConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The mock agencies without a hub: a small web application that names what it needs, so that
 * nothing of a hub on the class path starts with it.
 */
@EnableWebSecurity
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class
})
@Import(MockAgenciesConfiguration.class)
class AgenciesAlone {

  @Bean
  SecurityFilterChain onlyAdmin(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(all -> all.anyRequest().hasRole("ADMIN"))
        .httpBasic(Customizer.withDefaults())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** The hub's admin, looked up each time: the hub may make its users after the agencies start. */
  @Bean
  UserDetailsService hubAdmin(@Value("${renkei.data:data}") Path data) {
    DemoCredentials credentials = new DemoCredentials(data);
    return name -> {
      if (credentials.exist()) {
        Credential admin = credentials.of("admin");
        if (admin.user().equals(name)) {
          return User.withUsername(name)
              .password("{noop}" + admin.password())
              .roles("ADMIN")
              .build();
        }
      }
      throw new UsernameNotFoundException("unknown");
    };
  }
}
