package org.indelible.anchoring.evidence.verify;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.indelible.anchoring.evidence.BundleFile;
import org.indelible.anchoring.evidence.BundleMember;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.evidence.Sums;

/** A bundle whose every file is held against the signed list as it is read, and which knows what has not been read. */
final class CheckedBundle implements Closeable {
    private final BundleFile file;
    private final byte[] list;
    private final Sums sums;
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    private CheckedBundle(BundleFile file) throws IOException, EvidenceFormatException {
        this.file = file;
        this.list = file.read(Sums.NAME);
        this.sums = Sums.parse(list, file.members());
    }

    static CheckedBundle open(Path path) throws IOException, EvidenceFormatException {
        BundleFile file = BundleFile.open(path);
        try {
            return new CheckedBundle(file);
        } catch (IOException | EvidenceFormatException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The signed list of files. */
    byte[] list() {
        return list.clone();
    }

    byte[] signature() throws IOException, EvidenceFormatException {
        return file.read(Sums.SIGNATURE_NAME);
    }

    boolean has(String name) {
        return file.member(name).isPresent();
    }

    Optional<BundleMember> member(String name) {
        return file.member(name);
    }

    byte[] read(String name) throws IOException, EvidenceFormatException {
        read.add(name);
        byte[] content = file.read(name);
        if (!sums.lists(name, content)) {
            throw new EvidenceFormatException(
                    name + " was altered: its hash is not the one in the signed list of files");
        }
        return content;
    }

    /** Names of the files nobody has asked for yet, but for the list and its signature. */
    List<String> unread() {
        return file.members().stream()
                .map(BundleMember::name)
                .filter(name -> !read.contains(name) && !name.startsWith(Sums.NAME))
                .toList();
    }

    List<String> below(String directory) {
        return file.members().stream()
                .map(BundleMember::name)
                .filter(name -> name.startsWith(directory))
                .toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
