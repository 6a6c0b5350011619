package org.indelible.readmodel;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.bundled.BundledProtocols;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.indelible.readmodel.projection.DerivedRows;
import org.indelible.readmodel.worklist.WorkListQueries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A trial of many participants, written straight into the read models: three visits of the hypertension protocol, two forms each. */
final class ManyParticipants {
    private static final int VISITS = 3;
    private static final int FORMS = 2;
    private static final int ITEMS = 2;
    private static final int ENTRIES = 8;

    final String trial = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final int number;

    /** The point after the last of its entries. */
    AsOf now() {
        long size = (number + 1L) * ENTRIES;
        return new AsOf(trial, size, size, Optional.empty(), Optional.empty());
    }

    ManyParticipants(ReadModelFixture fixture, int number) {
        this.jdbc = fixture.bean(JdbcClient.class);
        this.number = number;
        StudyBuild build = hypertension();
        String hash = fixture.bean(BlobStore.class).put(build.canonicalJson());
        run("insert into read.study_build (trial, build, protocol_version, metadata_oid, name, valid_from)"
                + " values (:trial, '" + hash + "', '1', 'MDV', 'Many', 0)");
        run("""
                insert into read.entry (ledger, leaf_index, leaf_hash, stream, seq, type, participant, actor, role, organisation, recorded_at)
                select :trial, n * :step + k, 'h', 'casebook:' || n, k, 'items-recorded', 'P-' || lpad(n::text, greatest(5, length(n::text)), '0'), 'a', 'COORDINATOR',
                       'o', timestamptz '2026-01-01' + interval '1 minute' * n
                from generate_series(1, :number) n, generate_series(0, :step - 1) k""");
        perParticipant("participant (trial, participant, valid_from)", "");
        perParticipant(
                "participant_site (trial, participant, valid_from, site)", ", '7' || lpad((n % 40)::text, 2, '0')");
        perParticipant("participant_build (trial, participant, valid_from, build)", ", '" + hash + "'");
        perParticipant("milestone (trial, participant, valid_from, what, rank)", ", 'enrolled', 4");
        int k = 1;
        for (StudyEventDef event : scheduled(build)) {
            at(k, "visit (trial, participant, valid_from, event, event_key)", ", '" + event.oid() + "', ''");
            for (Ref form : event.formRefs().stream().limit(FORMS).toList()) {
                String place = ", '" + event.oid() + "', '', '" + form.oid() + "', ''";
                at(
                        k,
                        "form_change (trial, participant, valid_from, event, event_key, form, form_key, kind, build)",
                        place + ", 'recorded', '" + hash + "'");
                for (String item : items(build, form)) {
                    at(
                            k,
                            "item (trial, participant, valid_from, event, event_key, form, form_key, item_group, group_key, item, seq, kind,"
                                    + " class, value)",
                            place + ", " + item + ", " + k + ", 'first', 'V', '2026-01-05'");
                }
                k++;
            }
        }
        // As the server itself does from time to time; only an owner may ask for it.
        fixture.database().execute("analyze");
        new TransactionTemplate(fixture.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> fixture.bean(DerivedRows.class).outdateAll(trial));
        fixture.bean(WorkListQueries.class).counts(now(), Visibility.pseudonymous(), LocalDate.EPOCH);
        fixture.database().execute("analyze");
    }

    private void perParticipant(String columns, String values) {
        at(0, columns, values);
    }

    /** A row a participant, of their entry with this number. */
    private void at(int entry, String columns, String values) {
        run("insert into read." + columns
                + " select :trial, 'P-' || lpad(n::text, greatest(5, length(n::text)), '0'), n * :step + " + entry
                + values + " from generate_series(1, :number) n");
    }

    private void run(String sql) {
        jdbc.sql(sql)
                .param("trial", trial)
                .param("number", number)
                .param("step", ENTRIES)
                .update();
    }

    private static List<StudyEventDef> scheduled(StudyBuild build) {
        return build.studyEvents().stream()
                .filter(event -> event.type() == EventType.SCHEDULED)
                .limit(VISITS)
                .toList();
    }

    /** Group, group key and item, as SQL. */
    private static List<String> items(StudyBuild build, Ref form) {
        ItemGroupDef group = build.form(form.oid()).orElseThrow().itemGroupRefs().stream()
                .flatMap(ref -> build.itemGroup(ref.oid()).stream())
                .findFirst()
                .orElseThrow();
        List<String> items = new ArrayList<>();
        group.itemRefs().stream()
                .limit(ITEMS)
                .forEach(item -> items.add("'" + group.oid() + "', '', '" + item.oid() + "'"));
        return items;
    }

    private static StudyBuild hypertension() {
        try (InputStream in = BundledProtocols.HYPERTENSION.open()) {
            return OdmMetadataReader.read(in, "the bundled protocol").build().orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
