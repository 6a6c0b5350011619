package org.indelible.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.VerificationReport;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What commands print: plain lines in a file or pipe, colours and a moving line of progress on a terminal. */
final class Terminal {
    private final PrintWriter out;
    private final boolean live;
    private int width;

    Terminal(CommandSpec spec) {
        this.out = spec.commandLine().getOut();
        this.live = Ansi.AUTO.enabled();
    }

    void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    void red(String text) {
        line(Ansi.AUTO.string("@|bold,red " + escaped(text) + "|@"));
    }

    void green(String text) {
        line(Ansi.AUTO.string("@|green " + escaped(text) + "|@"));
    }

    /** A line that the next one takes the place of; in a file or pipe there is none. */
    void progress(String what, long done, long total) {
        if (!live) {
            return;
        }
        clear();
        long percent = total == 0 ? 100 : Math.min(100, done * 100 / total);
        String text = "%s: %,d of %,d (%d %%)".formatted(what, done, total, percent);
        width = text.length();
        out.print(text);
        out.flush();
    }

    /** Every finding that is not a pass, and how many passed. */
    void report(VerificationReport report) {
        for (Finding finding : report.findings()) {
            switch (finding.outcome()) {
                case FAILED -> red("FAILED       " + words(finding));
                case NOT_CHECKED -> line("not checked  " + words(finding));
                case PASSED -> line("passed       " + words(finding));
            }
        }
        String sum = "%,d entries: %d findings failed, %d could not be checked, %d passed"
                .formatted(
                        report.entries(),
                        report.failures().size(),
                        report.with(Outcome.NOT_CHECKED).size(),
                        report.with(Outcome.PASSED).size());
        if (report.outcome() == Outcome.FAILED) {
            red(sum);
        } else if (report.outcome() == Outcome.PASSED) {
            green(sum);
        } else {
            line(sum);
        }
    }

    private static String words(Finding finding) {
        String stream = finding.stream().map(name -> " of " + name).orElse("");
        String whole = "ledger " + finding.ledger();
        String where = finding.subject().equals(whole) ? whole : whole + ", " + finding.subject() + stream;
        return finding.check().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + where + ": "
                + finding.message();
    }

    /** What findings say is text, not markup. */
    private static String escaped(String text) {
        return text.replace("@|", "@ |").replace("|@", "| @");
    }

    private void clear() {
        if (width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            width = 0;
        }
    }
}
