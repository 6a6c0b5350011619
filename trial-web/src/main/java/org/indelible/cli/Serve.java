package org.indelible.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Serves the portal and the API. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serve the portal and the API (the default).")
final class Serve implements Callable<Integer> {
    private final ApplicationStart start;

    @Parameters(arity = "0..*", hidden = true, description = "Spring properties as --name=value, after --")
    private String[] springArguments = {};

    Serve(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        ConfigurableApplicationContext context = start.serve(springArguments);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        closed.await();
        return 0;
    }
}
