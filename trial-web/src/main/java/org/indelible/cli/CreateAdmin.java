package org.indelible.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.indelible.account.Administrators;
import org.indelible.platform.SecretFile;
import org.indelible.shared.AccountId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the account of an administrator: the only one that is not made by another account. */
@Command(
        name = "create-admin",
        mixinStandardHelpOptions = true,
        description =
                "Create an administrator's account. Administrators run the installation; they hold no part in a trial.")
final class CreateAdmin implements Callable<Integer> {
    private final ApplicationStart start;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "USER", description = "User name: permanent, never given to another person.")
    private String user = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "The person's full name.")
    private String name = "";

    @Option(names = "--organisation", required = true, paramLabel = "ORG", description = "Who employs the person.")
    private String organisation = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File whose first line is the password; otherwise it is asked for.")
    private @Nullable Path passwordFile;

    CreateAdmin(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        String password = password();
        return start.offline(context -> {
            context.getBean(Administrators.class).create(new AccountId(user), name, organisation, password);
            System.out.println("Administrator " + user + " may sign in.");
            return 0;
        });
    }

    private String password() {
        if (passwordFile != null) {
            return new SecretFile(passwordFile).read();
        }
        if (System.console() == null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "No terminal to ask at: give --password-file.");
        }
        return new String(System.console().readPassword("Password for %s: ", user));
    }
}
