package org.indelible.anchoring.evidence.cli;

import java.io.PrintStream;
import org.indelible.anchoring.verify.ProgressListener;

/** A bar on a terminal, wiped when done. */
final class ProgressBar implements ProgressListener {
    private static final int WIDTH = 40;

    private final PrintStream terminal;
    private int shown = -1;

    ProgressBar(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void progress(String ledger, long done, long total) {
        int percent = total == 0 ? 100 : (int) (100 * Math.min(done, total) / total);
        if (percent != shown) {
            shown = percent;
            int full = WIDTH * percent / 100;
            terminal.printf("\rchecking entries [%s%s] %3d %%", "#".repeat(full), ".".repeat(WIDTH - full), percent);
            if (percent == 100) {
                terminal.print("\r" + " ".repeat(WIDTH + 30) + "\r");
            }
            terminal.flush();
        }
    }
}
