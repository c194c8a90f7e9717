package jp.renkei.hub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.renkei.Renkei;
import jp.renkei.mock.MockAgenciesConfiguration;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on a whole running hub with its mock agencies: real broker, real database, real HTTP, all
 * on free ports and in a folder of their own. Tests with this annotation share the one hub, so they
 * choose residents and keys of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("hub")
@SpringBootTest(
    classes = Renkei.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"renkei.demo=true", "renkei.environment=demo"})
@AutoConfigureObservability(tracing = false) // a test has no metrics to scrape without it
@Import({MockAgenciesConfiguration.class, HubClient.class})
@ContextConfiguration(initializers = {OneHub.class, FreshFolder.class})
public @interface HubTest {}
