package org.indelible.readmodel.trial;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.indelible.protocols.build.StudyBuild;

/** Study builds by hash. What a hash names never changes, so each is read once. */
public final class StudyBuilds {
    private static final String LANGUAGE = "en";

    private final Function<String, Optional<byte[]>> blobs;
    private final Map<String, StudyBuild> read = new ConcurrentHashMap<>();

    /** @param blobs canonical JSON by hash */
    public StudyBuilds(Function<String, Optional<byte[]>> blobs) {
        this.blobs = blobs;
    }

    public Optional<StudyBuild> find(String hash) {
        StudyBuild known = read.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<StudyBuild> build = blobs.apply(hash).map(StudyBuild::fromCanonicalJson);
        build.ifPresent(found -> read.put(hash, found));
        return build;
    }

    /** The symbol of a unit; its OID where the build has no such unit. */
    public String unitSymbol(String hash, String unitOid) {
        return find(hash)
                .flatMap(build -> build.unit(unitOid))
                .map(unit -> unit.label(LANGUAGE))
                .orElse(unitOid);
    }
}
