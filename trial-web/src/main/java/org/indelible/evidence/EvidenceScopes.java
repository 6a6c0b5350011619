package org.indelible.evidence;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.evidence.EvidenceScope;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.evidence.export.EvidenceRequest;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.participant.ParticipantFilter;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.participant.ParticipantRow;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.SiteId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;
import org.springframework.stereotype.Component;

/** Cuts a wish down to what its reader may see: which streams, of which entries the disclosures, which classes of them. */
@Component
class EvidenceScopes {
    /** Types of streams that have nothing to do with treatment; whatever comes later is left out of blinded bundles until it stands here. */
    private static final Set<String> BLINDED_STREAMS = Set.of(
            "trial", "site", "casebook", "erasures", "audit-reviews", "account", "system", "log-key", "certification");

    private final ParticipantQueries participants;

    EvidenceScopes(ParticipantQueries participants) {
        this.participants = participants;
    }

    EvidenceRequest request(AsOf asOf, Visibility visibility, SignedInPerson person, Wish wish) {
        EvidenceScope scope = scope(asOf, visibility, wish);
        return new EvidenceRequest(
                asOf.trial(),
                asOf.treeSize(),
                asOf.requested(),
                scope,
                wish.profile(),
                new Manifest.Recipient(
                        person.username(),
                        person.role().name(),
                        person.inForce().organisation()),
                hidden(visibility),
                streams(asOf, visibility, scope),
                claims -> BLINDED_STREAMS.contains(claims.streamType()),
                discloses(visibility, scope));
    }

    private EvidenceScope scope(AsOf asOf, Visibility visibility, Wish wish) {
        Optional<String> participant = wish.participant().or(visibility::participant);
        if (participant.isPresent()) {
            String key = participant.get();
            if (participants.participant(asOf, visibility, key).isEmpty()) {
                throw new DomainRefusal("unknown-participant", "There is no such participant that you may see.", "");
            }
            return wish.form()
                    .<EvidenceScope>map(form -> new EvidenceScope.Form(key, form))
                    .orElseGet(() -> new EvidenceScope.Participant(key));
        }
        if (wish.form().isPresent()) {
            throw new DomainRefusal("participant-missing", "A form is one of a participant.", "Say whose form it is.");
        }
        return site(visibility, wish)
                .<EvidenceScope>map(EvidenceScope.Site::new)
                .orElseGet(EvidenceScope.Trial::new);
    }

    private static Optional<String> site(Visibility visibility, Wish wish) {
        if (visibility.sites().isEmpty()) {
            return wish.site();
        }
        Set<String> own = visibility.sites().get();
        if (wish.site().isPresent() && !own.contains(wish.site().get())) {
            throw new DomainRefusal("outside-scope", "Your role does not reach this site.", "Leave the site out.");
        }
        return wish.site().or(() -> own.stream().findFirst());
    }

    private Optional<Set<String>> streams(AsOf asOf, Visibility visibility, EvidenceScope scope) {
        TrialId trial = new TrialId(asOf.trial());
        Set<String> streams = new HashSet<>();
        streams.add(StreamId.of(trial).toString());
        switch (scope) {
            case EvidenceScope.Trial whole -> {
                return Optional.empty();
            }
            case EvidenceScope.Site site -> {
                streams.add(site(trial, site.key()));
                // Whoever was ever there: a site keeps what it entered.
                Visibility there = new Visibility(
                        visibility.identity(),
                        visibility.allocation(),
                        Optional.of(Set.of(site.key())),
                        Optional.empty());
                participants
                        .participants(asOf, there, ParticipantFilter.none())
                        .forEach(row -> addStreams(streams, trial, row.key()));
            }
            case EvidenceScope.Participant one -> addParticipant(streams, asOf, visibility, one.key());
            case EvidenceScope.Form form -> addParticipant(streams, asOf, visibility, form.key());
        }
        return Optional.of(streams);
    }

    private void addParticipant(Set<String> streams, AsOf asOf, Visibility visibility, String key) {
        TrialId trial = new TrialId(asOf.trial());
        addStreams(streams, trial, key);
        participants
                .participant(asOf, visibility, key)
                .map(ParticipantRow::site)
                .ifPresent(site -> streams.add(site(trial, site)));
    }

    private static void addStreams(Set<String> streams, TrialId trial, String key) {
        streams.add(casebook(trial, key));
        streams.add(new StreamId.OfErasures(trial, Optional.of(new ParticipantKey(key))).toString());
    }

    private static String site(TrialId trial, String key) {
        return StreamId.of(new SiteId(trial, new SiteKey(key))).toString();
    }

    private static String casebook(TrialId trial, String key) {
        return StreamId.of(new CasebookId(trial, new ParticipantKey(key))).toString();
    }

    private static Set<DisclosureClass> hidden(Visibility visibility) {
        Set<DisclosureClass> hidden = EnumSet.noneOf(DisclosureClass.class);
        if (!visibility.identity()) {
            hidden.add(DisclosureClass.IDENTITY);
        }
        if (!visibility.allocation()) {
            hidden.add(DisclosureClass.ALLOCATION);
        }
        return hidden;
    }

    /** A stream goes in whole, so that it can be checked; what its entries disclose is another matter. */
    private static Predicate<ParsedEntry> discloses(Visibility visibility, EvidenceScope scope) {
        Optional<Set<String>> sites = scope.site().map(Set::of).or(visibility::sites);
        return entry -> {
            boolean aboutSomebody = entry.claims().sub().isPresent();
            boolean elsewhere = sites.isPresent()
                    && !sites.get().contains(entry.claims().site().orElse(""));
            boolean anotherForm = scope.form().isPresent()
                    && !scope.form()
                            .get()
                            .equals(entry.data().path("form").path("formOid").asString(""));
            return !(aboutSomebody && (elsewhere || anotherForm));
        };
    }
}
