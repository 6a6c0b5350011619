package org.indelible.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how far the reading is, every 256 KiB. */
final class CountedStream extends FilterInputStream {
    private static final long STEP = 1 << 18;

    private final LongConsumer progress;
    private long read;
    private long told;

    CountedStream(InputStream in, LongConsumer progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) {
        read += n;
        if (read - told >= STEP) {
            told = read;
            progress.accept(read);
        }
    }
}
