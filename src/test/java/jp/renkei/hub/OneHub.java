package jp.renkei.hub;

import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Closes the hub before this one: a process has one set of MBean names, and whichever hub closes
 * takes them away. Spring's cache, which keeps one context, would close the old one only after the
 * new one has started.
 */
public final class OneHub implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final AtomicReference<ConfigurableApplicationContext> RUNNING =
      new AtomicReference<>();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableApplicationContext before = RUNNING.getAndSet(context);
    if (before != null) {
      before.close();
    }
  }
}
