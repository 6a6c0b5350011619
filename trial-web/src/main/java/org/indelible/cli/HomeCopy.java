package org.indelible.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** A copy of a stopped installation, for as long as it is needed. Programs are not copied, they are shared. */
record HomeCopy(Path root) implements AutoCloseable {
    private static final String PROGRAMS = "postgresql-bin";
    private static final Set<String> LEFT_OUT = Set.of("lock", "spool", "sessions");

    static HomeCopy of(Path home) throws IOException {
        Path copy = Files.createTempDirectory("indelible-copy-");
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Path relative = home.relativize(directory);
                if (LEFT_OUT.contains(relative.toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (relative.toString().equals(PROGRAMS)) {
                    Files.createSymbolicLink(copy.resolve(PROGRAMS), directory);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!directory.equals(home)) {
                    Files.copy(directory, copy.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = home.relativize(file);
                if (!LEFT_OUT.contains(relative.toString())) {
                    Files.copy(
                            file,
                            copy.resolve(relative),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new HomeCopy(copy);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(root.resolve(PROGRAMS));
        FileSystemUtils.deleteRecursively(root);
    }
}
