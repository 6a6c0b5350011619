package org.indelible.anchoring.verify;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.indelible.anchoring.certificate.AuthorCertificate;
import org.indelible.anchoring.certificate.AuthorSubject;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.ledger.LedgerStore;
import tools.jackson.databind.JsonNode;

/**
 * Whether every entry's {@code auth} is the platform entry that certified the key it is sealed with, for the account, organisation and role
 * that act. A system certifies its own key: the entry that does so, and one before it that makes the system known, cite the root instead.
 */
public final class Certifications {
    /** Entries that say the same of their author stand and fall together. */
    private record Attribution(String kid, String auth, String account, String organisation, String role) {}

    private record Use(EntryRef first, long entries) {}

    /** An entry that cites the root in place of a certification; it must be its own, or come just before it in the stream. */
    private record Founding(String kid, String stream) {}

    private final String ledger;
    private final AuthorCertificates certificates;
    private final Function<String, Optional<PlatformCertification>> platform;
    private final Function<PlatformCertification, Optional<SignInEnds.End>> ends;
    private final Authorities authorities;
    private final Map<Attribution, Optional<String>> judged = new HashMap<>();
    private final Map<Attribution, Use> refuted = new LinkedHashMap<>();
    private final Map<String, Optional<SignInEnds.End>> ended = new HashMap<>();
    private final Map<SignInEnds.End, Use> afterEnd = new LinkedHashMap<>();
    private final Map<Founding, EntryRef> founding = new LinkedHashMap<>();

    /**
     * @param platform finds the platform entry with this hash
     * @param ends tells when the sign-in ended that an entry certified a key for
     */
    public Certifications(
            String ledger,
            AuthorCertificates certificates,
            Function<String, Optional<PlatformCertification>> platform,
            Function<PlatformCertification, Optional<SignInEnds.End>> ends) {
        this.ledger = ledger;
        this.certificates = certificates;
        this.platform = platform;
        this.ends = ends;
        this.authorities = certificates.authorities();
    }

    /** Entries in the order of their leaf indexes. */
    public void add(ExaminedEntry entry) {
        if (entry.parsed().isEmpty() || entry.has(Check.SEAL)) {
            return;
        }
        ParsedEntry parsed = entry.parsed().get();
        EntryClaims claims = parsed.claims();
        Optional<AuthorCertificate> certificate = certificates.find(parsed.kid());
        if (certificate.isEmpty()) {
            return;
        }
        EntryRef ref = EntryRef.of(entry.row());
        Attribution attribution = new Attribution(
                parsed.kid(),
                claims.auth(),
                text(claims.act(), "account"),
                text(claims.act(), "organisation"),
                text(claims.act(), "role"));
        if (ledger.equals(LedgerStore.PLATFORM) && authorities.isRoot(claims.auth())) {
            found(parsed, ref);
            judged.computeIfAbsent(
                            attribution,
                            a -> wrongAuthor(a, certificate.get().subject()).or(() -> otherRoot(a, ref)))
                    .ifPresent(problem -> refute(attribution, ref));
        } else if (judged.computeIfAbsent(attribution, a -> judge(a, certificate.get(), ref))
                .isPresent()) {
            refute(attribution, ref);
        } else {
            ended.computeIfAbsent(claims.auth(), auth -> platform.apply(auth).flatMap(ends))
                    .filter(end -> end.isLongBefore(parsed))
                    .ifPresent(end -> count(afterEnd, end, ref));
        }
    }

    /** A system founds itself on the root that is in force there. */
    private Optional<String> otherRoot(Attribution attribution, EntryRef ref) {
        return authorities.rootAt(ref.leafIndex()).equals(attribution.auth())
                ? authorities.problem(attribution.kid(), ref.leafIndex(), certificates)
                : Optional.of("it cites a root certificate that was not in force there");
    }

    private void refute(Attribution attribution, EntryRef ref) {
        count(refuted, attribution, ref);
    }

    private static <K> void count(Map<K, Use> uses, K key, EntryRef ref) {
        uses.merge(key, new Use(ref, 1), (known, one) -> new Use(known.first(), known.entries() + 1));
    }

    /** The certifying entry settles what was open; anything after it that cites the root stays open. */
    private void found(ParsedEntry entry, EntryRef ref) {
        Founding key = new Founding(entry.kid(), entry.claims().stream());
        founding.putIfAbsent(key, ref);
        if (PlatformCertification.certifies(entry, entry.kid())) {
            founding.remove(key);
        }
    }

    private Optional<String> judge(Attribution attribution, AuthorCertificate certificate, EntryRef ref) {
        Optional<String> wrongAuthor = wrongAuthor(attribution, certificate.subject());
        if (wrongAuthor.isPresent()) {
            return wrongAuthor;
        }
        if (authorities.isRoot(attribution.auth())) {
            return Optional.of("it cites the root certificate, which only the certification of a system's own key may");
        }
        return platform.apply(attribution.auth())
                .map(certification -> certification.problem(attribution.kid(), certificates))
                .orElseGet(() -> Optional.of("the platform entry " + attribution.auth()
                        + ", which is to have certified its author's key, is not there"))
                .or(() -> platform.apply(attribution.auth())
                        .flatMap(certification ->
                                authorities.problem(attribution.kid(), certification.leafIndex(), certificates)))
                .or(() -> late(attribution, ref));
    }

    private static Optional<String> wrongAuthor(Attribution attribution, AuthorSubject subject) {
        boolean same = attribution.account().equals(subject.account())
                && attribution.organisation().equals(subject.organisation())
                && subject.roles().contains(attribution.role());
        return same
                ? Optional.empty()
                : Optional.of("it acts as " + attribution.account() + " of " + attribution.organisation() + ", "
                        + attribution.role() + "; its key is certified for " + subject.account() + " of "
                        + subject.organisation() + ", " + String.join(", ", subject.roles()));
    }

    private Optional<String> late(Attribution attribution, EntryRef ref) {
        return platform.apply(attribution.auth())
                .filter(certification ->
                        ledger.equals(LedgerStore.PLATFORM) && certification.leafIndex() >= ref.leafIndex())
                .map(certification ->
                        "its author's key was certified only later, by platform entry " + certification.leafIndex());
    }

    public void finish(Findings findings) {
        refuted.forEach((attribution, use) ->
                findings.failed(Check.CERTIFICATION, use.first(), problem(attribution) + also(use.entries())));
        afterEnd.forEach((end, use) -> findings.failed(
                Check.CERTIFICATION,
                use.first(),
                "it was sealed after its author's sign-in had ended at " + end.at() + ", platform entry "
                        + end.leafIndex() + ": the key counts for nothing since" + also(use.entries())));
        founding.values()
                .forEach(entry -> findings.failed(
                        Check.CERTIFICATION,
                        entry,
                        "it cites the root certificate, but no entry after it certifies its author's key"));
    }

    private String problem(Attribution attribution) {
        return Optional.ofNullable(judged.get(attribution))
                .flatMap(judgement -> judgement)
                .or(() -> certificates
                        .find(attribution.kid())
                        .flatMap(certificate -> wrongAuthor(attribution, certificate.subject())))
                .orElseThrow();
    }

    private static String also(long entries) {
        return entries == 1 ? "" : "; so it is with " + entries + " entries, this one first";
    }

    private static String text(JsonNode act, String field) {
        return act.path(field).asString("");
    }
}
