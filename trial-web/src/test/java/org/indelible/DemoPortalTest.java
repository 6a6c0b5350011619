package org.indelible;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application with the demo trial, on a port of its own. Tests that only read share one; those that write are marked
 * {@link org.springframework.test.annotation.DirtiesContext}, and leave a new one to the next.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"indelible.demo=true", "indelible.demo-password=" + DemoPortalTest.PASSWORD})
@ContextConfiguration(initializers = DemoHome.class)
@AutoConfigureMockMvc
public @interface DemoPortalTest {
    /** Of every demo account. */
    String PASSWORD = "journey-Through-2026";
}
