package org.indelible.protocols.odm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which MetaDataVersion of a file is meant, and what it includes: the last that says anything, because versions are written in order (ODM 1.3.2, 3.1.1.3 MetaDataVersion and 3.1.1.3.1 Include).
 */
record StudySelection(Element study, Element version, Definitions definitions) {
    private record Key(String studyOid, String versionOid) {}

    private record Candidate(Element study, Element version) {
        Key key() {
            return new Key(study.stated("OID").orElse(""), version.stated("OID").orElse(""));
        }
    }

    static Optional<StudySelection> of(Element odm, Diagnostics diagnostics) {
        List<Candidate> candidates = new ArrayList<>();
        odm.children("Study")
                .forEach(study -> study.children("MetaDataVersion")
                        .forEach(version -> candidates.add(new Candidate(study, version))));
        if (candidates.isEmpty()) {
            diagnostics.error(
                    "no-metadata",
                    "The file has no Study with a MetaDataVersion, so it defines no forms.",
                    "Choose the file with the study's metadata; clinical data are imported once its build is published.",
                    odm.at(),
                    null);
            return Optional.empty();
        }
        Candidate chosen = lastWithDefinitions(candidates);
        sayWhichOfSeveral(candidates, chosen, diagnostics);
        Definitions definitions = new Definitions();
        new Inclusion(candidates, diagnostics, definitions).add(chosen, new HashSet<>());
        return Optional.of(new StudySelection(chosen.study, chosen.version, definitions));
    }

    private static Candidate lastWithDefinitions(List<Candidate> candidates) {
        return candidates.reversed().stream()
                .filter(candidate -> !candidate.version.children().isEmpty())
                .findFirst()
                .orElse(candidates.getLast());
    }

    private static void sayWhichOfSeveral(List<Candidate> candidates, Candidate chosen, Diagnostics diagnostics) {
        if (candidates.size() > 1) {
            diagnostics.warning(
                    "several-versions",
                    "The file has " + candidates.size() + " metadata versions; the last that says anything, "
                            + chosen.key().versionOid + " of study " + chosen.key().studyOid + ", was read.",
                    "To use another one, send a file with that version alone, or last.",
                    chosen.version.at(),
                    chosen.version.attribute("OID").orElse(null));
        }
    }

    /** Adds a version after what it includes, so that its own definitions win. */
    private record Inclusion(List<Candidate> candidates, Diagnostics diagnostics, Definitions definitions) {
        void add(Candidate candidate, Set<Key> under) {
            if (!under.add(candidate.key())) {
                diagnostics.error(
                        "include-cycle",
                        "MetaDataVersion " + candidate.key().versionOid + " includes itself.",
                        "Remove one of the Include elements of the cycle.",
                        candidate.version.at(),
                        candidate.key().versionOid);
                return;
            }
            candidate.version.children("Include").forEach(include -> include(include, candidate, under));
            candidate.study.child("BasicDefinitions").ifPresent(basic -> definitions.add(basic, diagnostics));
            definitions.add(candidate.version, diagnostics);
            under.remove(candidate.key());
        }

        private void include(Element include, Candidate by, Set<Key> under) {
            Key wanted = new Key(
                    include.stated("StudyOID").orElse(by.key().studyOid),
                    include.stated("MetaDataVersionOID").orElse(""));
            Map<Key, Candidate> known = new HashMap<>();
            candidates.forEach(candidate -> known.put(candidate.key(), candidate));
            Candidate included = known.get(wanted);
            if (included == null) {
                diagnostics.error(
                        "include-not-in-file",
                        "MetaDataVersion " + by.key().versionOid + " includes " + wanted.versionOid + " of study "
                                + wanted.studyOid + ", which is not in this file.",
                        "Export the version written out in full, without Include.",
                        include.at(),
                        wanted.versionOid);
            } else {
                add(included, under);
            }
        }
    }
}
