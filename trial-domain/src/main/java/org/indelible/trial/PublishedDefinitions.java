package org.indelible.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.authority.PublishedBuild;
import org.indelible.shared.BuildHash;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.TrainingVersion;

/**
 * What a trial has published: protocol versions, study builds and consent forms are three things.
 *
 * @param builds in the order of their publication
 * @param consentForms in the order of their publication
 */
public record PublishedDefinitions(
        Set<ProtocolVersion> protocolVersions, List<Build> builds, List<ConsentForm> consentForms) {

    static final PublishedDefinitions NONE = new PublishedDefinitions(Set.of(), List.of(), List.of());

    /** @param implemented the protocol version it implements */
    public record Build(BuildHash hash, ProtocolVersion implemented, Optional<TrainingVersion> training) {}

    /** A consent form of a protocol version. */
    public record ConsentForm(ConsentVersion version, ProtocolVersion protocolVersion, boolean reconsent) {}

    public boolean has(BuildHash build) {
        return builds.stream().anyMatch(published -> published.hash().equals(build));
    }

    public boolean has(ConsentVersion version) {
        return consentForms.stream().anyMatch(published -> published.version().equals(version));
    }

    public Optional<BuildHash> latestBuild() {
        return builds.isEmpty()
                ? Optional.empty()
                : Optional.of(builds.getLast().hash());
    }

    /** The builds as authority knows them, each with the consent form that participants sign before they come under it. */
    public Map<BuildHash, PublishedBuild> approved() {
        Map<BuildHash, PublishedBuild> approved = new HashMap<>();
        builds.forEach(build -> approved.put(
                build.hash(),
                new PublishedBuild(build.implemented(), build.training(), reconsentOf(build.implemented()))));
        return Map.copyOf(approved);
    }

    private Optional<ConsentVersion> reconsentOf(ProtocolVersion version) {
        return consentForms.stream()
                .filter(form -> form.reconsent() && form.protocolVersion().equals(version))
                .map(ConsentForm::version)
                .reduce((earlier, later) -> later);
    }

    PublishedDefinitions plus(ProtocolVersion version) {
        Set<ProtocolVersion> larger = new HashSet<>(protocolVersions);
        larger.add(version);
        return new PublishedDefinitions(Set.copyOf(larger), builds, consentForms);
    }

    PublishedDefinitions plus(Build build) {
        return new PublishedDefinitions(protocolVersions, plus(builds, build), consentForms);
    }

    PublishedDefinitions plus(ConsentForm form) {
        return new PublishedDefinitions(protocolVersions, builds, plus(consentForms, form));
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> larger = new ArrayList<>(list);
        larger.add(element);
        return List.copyOf(larger);
    }
}
