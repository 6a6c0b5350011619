package org.indelible.clinicaldata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.authority.Role;
import org.indelible.protocols.clinicaldata.Annotation;
import org.indelible.protocols.clinicaldata.AuditRecord;
import org.indelible.protocols.clinicaldata.Query;
import org.indelible.protocols.clinicaldata.Signature;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ShownReason;
import org.indelible.readmodel.api.Shown;
import org.indelible.readmodel.review.QueryRow;
import org.indelible.readmodel.review.QueryTurn;
import org.indelible.readmodel.signature.SignatureRow;

/**
 * Audit records, signatures, queries and remarks in the words of ODM. What ODM has no place for is a Flag: its FlagType says which fact, its
 * FlagValue the fact.
 *
 * @param trial id of the trial's ledger, which SourceIDs name
 */
record OdmMarks(String trial) {
    /** Location of what was done outside the sites. */
    static final String SPONSOR = "sponsor";

    private static final String TYPES = "indelible.flag-types";
    private static final String VALUES = "indelible.facts";

    /** With the entry that proves it, as ledger, leaf index and leaf hash, in SourceID. */
    AuditRecord audit(Provenance provenance, Optional<String> why) {
        return new AuditRecord(
                Optional.of(provenance.by()),
                Optional.of(provenance.site().orElse(SPONSOR)),
                Optional.of(provenance.recordedAt().toString()),
                why,
                Optional.of(trial + "/" + provenance.entry() + "/" + provenance.leafHash()));
    }

    static String why(ShownReason reason) {
        String text = shown(reason.text());
        String category = word(reason.category());
        return text.isEmpty() ? category : category + ": " + text;
    }

    /** The newest of those with one scope; ODM has room for one. The others are flags of {@link #signed}. */
    static Optional<SignatureRow> newest(List<SignatureRow> scope) {
        return scope.stream()
                .max(Comparator.comparingLong(row -> row.provenance().entry()));
    }

    static Optional<Signature> signature(List<SignatureRow> scope) {
        return newest(scope)
                .map(row -> new Signature(
                        Optional.of(row.provenance().by()),
                        Optional.of(row.provenance().site().orElse(SPONSOR)),
                        Optional.of(signatureDef(row.meaning())),
                        Optional.of(row.provenance().recordedAt().toString())));
    }

    static String signatureDef(String meaning) {
        return "signature." + word(meaning);
    }

    /** That a signature no longer holds, and signatures before it. */
    static void signed(List<SignatureRow> scope, Map<String, String> facts) {
        newest(scope)
                .flatMap(SignatureRow::stale)
                .ifPresent(change ->
                        facts.put("signature-stale-since", change.recordedAt().toString()));
        List<SignatureRow> others = new ArrayList<>(scope);
        newest(scope).ifPresent(others::remove);
        for (int i = 0; i < others.size(); i++) {
            SignatureRow row = others.get(i);
            facts.put(
                    "earlier-signature-" + (i + 1),
                    word(row.meaning()) + " " + row.provenance().by() + " "
                            + row.provenance().recordedAt());
        }
    }

    /** One annotation that holds all facts; none where there are none. */
    static List<Annotation> annotations(Map<String, String> facts) {
        List<Annotation.Flag> flags = facts.entrySet().stream()
                .map(fact -> new Annotation.Flag(
                        fact.getValue(), Optional.of(VALUES), Optional.of(fact.getKey()), Optional.of(TYPES)))
                .toList();
        return flags.isEmpty() ? List.of() : List.of(new Annotation(1, Optional.empty(), Optional.empty(), flags));
    }

    Query query(QueryRow row, List<QueryTurn> turns) {
        Instant last = turns.isEmpty()
                ? row.raised().recordedAt()
                : turns.getLast().provenance().recordedAt();
        return new Query(
                row.participant() + "/" + row.query(),
                row.byCheck() ? "System" : source(row.raisedAs()),
                row.byCheck() ? "System" : "Manual",
                row.status().substring(0, 1).toUpperCase(Locale.ROOT)
                        + row.status().substring(1),
                last.toString(),
                row.text().or(() -> lastSaid(turns)).map(OdmMarks::shown).orElse(""),
                turns.stream()
                        .map(turn -> audit(
                                turn.provenance(),
                                Optional.of(turn.type()
                                        + turn.text()
                                                .map(OdmMarks::shown)
                                                .map(said -> ": " + said)
                                                .orElse(""))))
                        .toList());
    }

    private static Optional<Disclosable<String>> lastSaid(List<QueryTurn> turns) {
        return turns.reversed().stream().flatMap(turn -> turn.text().stream()).findFirst();
    }

    /** The kinds of asker that ODM 2.0 knows. */
    private static String source(String role) {
        if (role.equals(Role.MONITOR.name()) || role.equals(Role.UNBLINDED_MONITOR.name())) {
            return "Site Monitor";
        }
        if (role.equals(Role.SAFETY_PHYSICIAN.name())) {
            return "Safety Reviewer";
        }
        return role.equals(Role.CODER.name()) ? "Coding System" : "Data Management";
    }

    static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shown(Disclosable<String> text) {
        return text.present().orElseGet(() -> "(" + Shown.hidden(text).orElse("") + ")");
    }
}
