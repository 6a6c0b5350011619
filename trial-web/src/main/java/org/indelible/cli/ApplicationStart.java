package org.indelible.cli;

import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application for a command, with or without its web server. */
record ApplicationStart(Class<?> application) {
    /** The beans of pages and routes are there, but nobody can reach them. */
    private static final String NO_PORT = "--server.port=-1";

    ApplicationStart {
        // Advertising of a service that this software does not call.
        System.setProperty("disable-axoniq-console-message", "true");
    }

    /** Serves until the process is told to end. */
    ConfigurableApplicationContext serve(String[] arguments) {
        return new SpringApplicationBuilder(application).run(arguments);
    }

    /**
     * Starts without listening on any port, does the work, stops cleanly.
     *
     * @param settings properties as {@code --name=value} that go before those of the environment
     */
    int offline(ToIntFunction<ConfigurableApplicationContext> work, String... settings) {
        String[] arguments =
                Stream.concat(Stream.of(NO_PORT), Stream.of(settings)).toArray(String[]::new);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .logStartupInfo(false)
                .profiles("command")
                .run(arguments)) {
            return work.applyAsInt(context);
        }
    }
}
