package org.indelible.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Holds INDELIBLE_HOME for this process alone. The operating system lets go of the lock when the process ends, however it ends.
 *
 * <p>Two applications over one home would mean two embedded databases over one data directory and two writers of the high-water file.
 */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    public static HomeLock acquire(IndelibleHome home) {
        try {
            FileChannel channel = FileChannel.open(
                    home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw inUse(home);
            }
            noteHolder(channel);
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new StartRefused(
                    "The lock file " + home.lockFile() + " cannot be used: " + e,
                    "INDELIBLE_HOME must be on a file system that knows locks, and writable.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void noteHolder(FileChannel channel) throws IOException {
        channel.truncate(0);
        String pid = ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static StartRefused inUse(IndelibleHome home) {
        return new StartRefused(
                "Another Indelible application is using INDELIBLE_HOME " + home.root() + ".",
                "Stop it first, or give this one another INDELIBLE_HOME. The file 'lock' there holds its process id.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
