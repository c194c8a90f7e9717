package jp.renkei.benchmark;

import java.util.concurrent.CountDownLatch;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/**
 * Camel on Spring Boot with one route and nothing else: what a start costs at the least. No
 * component, or every hub under test would find it.
 */
@ImportAutoConfiguration(CamelAutoConfiguration.class)
public class MinimalCamel {

  /** What it prints when its route runs. */
  static final String READY = "the one route runs";

  public static void main(String[] arguments) throws InterruptedException {
    // not the hub's settings, which lie on the same class path
    System.setProperty("spring.config.name", "minimal");
    new SpringApplicationBuilder(MinimalCamel.class).web(WebApplicationType.NONE).run(arguments);
    System.out.println(READY);
    // nothing else keeps it until it is killed
    new CountDownLatch(1).await();
  }

  @Bean
  RouteBuilder oneRoute() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:one").to("direct:other");
        from("direct:other").setBody(constant("answered"));
      }
    };
  }
}
