package org.indelible.protocols.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.indelible.protocols.build.StudyBuild;

/** Compares two builds: what is new, what is gone, what is used elsewhere, what says something else. */
final class Comparison {
    private final StudyBuild from;
    private final StudyBuild to;
    private final Catalogue before;
    private final Catalogue after;
    private final List<BuildChange> changes = new ArrayList<>();

    Comparison(StudyBuild from, StudyBuild to) {
        this.from = from;
        this.to = to;
        this.before = new Catalogue(from);
        this.after = new Catalogue(to);
    }

    List<BuildChange> changes() {
        added();
        removed();
        new References(from, to, before, after, changes).compare();
        new Definitions(from, to, after, changes).compare();
        changes.sort(Comparator.comparing(change -> change.subject().kind()));
        return changes;
    }

    private void added() {
        Set<Subject> told = new HashSet<>();
        for (Subject subject : after.all()) {
            if (!before.has(subject.kind(), subject.oid()) && told.add(subject)) {
                List<Subject> parts = after.reachable(subject).stream()
                        .filter(part -> !before.has(part.kind(), part.oid()) && told.add(part))
                        .toList();
                List<Subject> places = after.containers(subject).stream()
                        .filter(container -> before.has(container.kind(), container.oid()))
                        .toList();
                changes.add(new BuildChange.Added(
                        subject,
                        places.stream().map(Subject::oid).toList(),
                        places.stream().anyMatch(place -> after.requires(place, subject)),
                        parts));
            }
        }
    }

    private void removed() {
        Set<Subject> told = new HashSet<>();
        for (Subject subject : before.all()) {
            if (!after.has(subject.kind(), subject.oid()) && told.add(subject)) {
                List<Subject> parts = before.reachable(subject).stream()
                        .filter(part -> !after.has(part.kind(), part.oid()) && told.add(part))
                        .toList();
                List<String> places = before.containers(subject).stream()
                        .filter(container -> after.has(container.kind(), container.oid()))
                        .map(Subject::oid)
                        .toList();
                changes.add(new BuildChange.Removed(subject, places, parts));
            }
        }
    }
}
