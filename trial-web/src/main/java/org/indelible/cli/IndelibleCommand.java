package org.indelible.cli;

import org.indelible.platform.StartRefused;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParseResult;

/**
 * The command line. Exit codes: 0 done, 1 the command found something wrong, 64 usage, 70 it could not do its work (the last two
 * after {@code sysexits.h}).
 */
@Command(
        name = "indelible",
        mixinStandardHelpOptions = true,
        versionProvider = JarVersion.class,
        description = "Clinical-trial records nobody can quietly change, with a history anybody can check.",
        footer = {
            "",
            "Without a command the portal and the API are served. Settings are environment variables; see the README."
        },
        subcommands = {
            Serve.class,
            VerifyLedger.class,
            Rebuild.class,
            BackUp.class,
            Restore.class,
            RecoverLedger.class,
            RotateKey.class,
            CreateAdmin.class,
            WitnessCommand.class,
            DemoTamper.class
        })
public final class IndelibleCommand {
    static final int FOUND_WRONG = 1;
    private static final int USAGE = 64;
    private static final int FAILED = 70;

    private IndelibleCommand() {}

    /** Runs the command these arguments name; none means {@code serve}. */
    public static int execute(Class<?> application, String[] args) {
        IFactory factory = new CommandFactory(new ApplicationStart(application));
        CommandLine commandLine = new CommandLine(new IndelibleCommand(), factory);
        commandLine.getCommandSpec().exitCodeOnInvalidInput(USAGE);
        commandLine
                .getSubcommands()
                .values()
                .forEach(sub -> sub.getCommandSpec().exitCodeOnInvalidInput(USAGE));
        commandLine.setExecutionExceptionHandler(IndelibleCommand::explain);
        return commandLine.execute(args.length == 0 ? new String[] {"serve"} : args);
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        // Spring has already said why it did not start.
        if (!(NestedExceptionUtils.getMostSpecificCause(failure) instanceof StartRefused)) {
            command.getErr().println(command.getColorScheme().errorText(failure.toString()));
        }
        return FAILED;
    }
}
