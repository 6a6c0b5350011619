package org.indelible.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.indelible.anchoring.disclosure.Withheld;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.AuditCheck;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.audit.AuditFilter;
import org.indelible.readmodel.audit.AuditQueries;
import org.indelible.readmodel.audit.AuditRow;
import org.indelible.readmodel.audit.Comparison;
import org.indelible.readmodel.audit.Comparisons;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.casebook.GroupView;
import org.indelible.readmodel.casebook.ItemView;
import org.indelible.readmodel.deviation.DeviationQueries;
import org.indelible.readmodel.history.HistoryQueries;
import org.indelible.readmodel.history.ValueChange;
import org.indelible.readmodel.participant.ParticipantFilter;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.projection.ReadModelAudit;
import org.indelible.readmodel.projection.ReadModelRebuild;
import org.indelible.readmodel.signature.SignatureQueries;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.readmodel.worklist.WorkListQueries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One enacted trial, read as of many points. */
class ReadModelTest {
    private static final int PARTICIPANTS = 4;
    private static final int STEPS = 150;
    private static final Visibility ALL = new Visibility(true, true, Optional.empty(), Optional.empty());

    private static ReadModelFixture fixture;
    private static Enacted enacted;
    private static long signedAt;

    @BeforeAll
    static void enact() {
        fixture = new ReadModelFixture();
        enacted = new Enacted(fixture, 20261122);
        for (int number = 0; number < PARTICIPANTS; number++) {
            enacted.register(number);
        }
        for (int step = 0; step < STEPS; step++) {
            enacted.step(PARTICIPANTS);
        }
        signedAt = enacted.signThenChange(1);
        fixture.caughtUp();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    static LongStream sizes() {
        return LongStream.concat(
                new Random(7).longs(20, 0, enacted.states.size()), LongStream.of(enacted.states.size() - 1));
    }

    @Requirement({"R01", "R47"})
    @ParameterizedTest
    @MethodSource("sizes")
    void aCasebookAsOfAPointIsTheFoldOfItsEntriesUpToThere(long size) {
        for (int number = 0; number < PARTICIPANTS; number++) {
            String participant = Enacted.participant(number);
            Optional<Map<String, String>> shown = fixture.bean(CasebookQueries.class)
                    .casebook(asOf(size), ALL, participant)
                    .map(casebook -> values(casebook.events()));
            assertThat(shown)
                    .isEqualTo(Optional.ofNullable(
                            enacted.states.get(Math.toIntExact(size)).get(participant)));
        }
    }

    @Requirement({"R01", "R02"})
    @ParameterizedTest
    @MethodSource("sizes")
    void whatDiffersBetweenTwoPointsIsWhatTheFoldsOfTheirEntriesDifferIn(long size) {
        long from = new Random(size).nextLong(size + 1);
        Map<String, String> then = flat(from);
        Map<String, String> now = flat(size);
        List<AuditRow> rows = fixture.bean(Comparisons.class)
                .rows(
                        asOf(size),
                        ALL,
                        new Comparison(from, Optional.empty(), Optional.empty(), Optional.empty()),
                        Slice.all());

        Map<String, AuditRow> byPlace = rows.stream().collect(Collectors.toMap(ReadModelTest::place, row -> row));
        Set<String> differing = Stream.concat(then.keySet().stream(), now.keySet().stream())
                .filter(place -> !Objects.equals(then.get(place), now.get(place)))
                .collect(Collectors.toSet());
        assertThat(byPlace.keySet()).containsAll(differing);
        assertThat(byPlace).allSatisfy((place, row) -> {
            assertThat(text(row.before())).isEqualTo(Optional.ofNullable(then.get(place)));
            assertThat(text(row.after())).isEqualTo(Optional.ofNullable(now.get(place)));
            assertThat(row.provenance().entry()).isBetween(from, size - 1);
        });
        assertThat(fixture.bean(Comparisons.class)
                        .count(
                                asOf(size),
                                ALL,
                                new Comparison(from, Optional.empty(), Optional.of("P-1"), Optional.empty())))
                .isEqualTo(rows.stream()
                        .filter(row -> row.participant().equals(Optional.of("P-1")))
                        .count());
    }

    /** The state after so many entries as it was kept while they were made. */
    private static Map<String, String> flat(long size) {
        Map<String, String> flat = new HashMap<>();
        enacted.states
                .get(Math.toIntExact(size))
                .forEach((participant, values) ->
                        values.forEach((place, value) -> flat.put(participant + '/' + place, value)));
        return flat;
    }

    private static String place(AuditRow row) {
        DataPoint point = row.dataPoint().orElseThrow();
        return row.participant().orElseThrow() + '/' + point.event() + '['
                + point.eventKey().orElse("") + "]/" + point.form() + '['
                + point.formKey().orElse("") + "]/" + point.group() + '['
                + point.groupKey().orElse("") + "]/" + point.item();
    }

    private static Optional<String> text(Optional<RecordedValue> value) {
        return value.flatMap(RecordedValue::text).flatMap(text -> text.present());
    }

    @Requirement("R03")
    @Test
    void theAuditTrailHoldsARowForEachChangeOfAFieldAndEachOtherEntry() {
        List<AuditRow> rows = new ArrayList<>();
        fixture.bean(AuditQueries.class).forEach(now(), ALL, AuditFilter.none(), rows::add);

        assertThat(rows).extracting(row -> row.provenance().entry()).isSorted();
        assertThat(rows.stream().map(row -> row.provenance().entry()).distinct())
                .hasSize(enacted.states.size() - 1);
        assertThat(rows)
                .filteredOn(row -> row.what().equals("items-corrected"))
                .anySatisfy(row -> assertThat(row.before()).isPresent())
                .allSatisfy(row -> {
                    assertThat(row.after()).isPresent();
                    assertThat(row.reason().orElseThrow().text().present()).contains("transcription error");
                });
    }

    @Requirement({"R01", "R02"})
    @Test
    void theHistoryOfADataPointChainsOldToNew() {
        List<AuditRow> rows = new ArrayList<>();
        fixture.bean(AuditQueries.class).forEach(now(), ALL, AuditFilter.ofParticipant("P-0"), rows::add);
        DataPoint changed = rows.stream()
                .filter(row -> row.what().equals("items-corrected"))
                .flatMap(row -> row.dataPoint().stream())
                .findFirst()
                .orElseThrow();

        List<ValueChange> history = fixture.bean(HistoryQueries.class).history(now(), ALL, "P-0", changed);

        assertThat(history.getLast().before()).isEmpty();
        for (int i = 0; i + 1 < history.size(); i++) {
            assertThat(history.get(i).before()).isEqualTo(history.get(i + 1).after());
        }
    }

    @Requirement("R68")
    @Test
    void identityAndAllocationAreWithheldFromWhoMayNotSeeThem() {
        List<ItemView> items = fixture
                .bean(CasebookQueries.class)
                .casebook(now(), Visibility.pseudonymous(), "P-0")
                .orElseThrow()
                .events()
                .stream()
                .flatMap(event -> event.forms().stream())
                .flatMap(form -> form.groups().stream())
                .flatMap(group -> group.items().stream())
                .toList();

        assertThat(items)
                .filteredOn(item -> item.oid().equals("IT.0") || item.oid().equals("IT.2"))
                .isNotEmpty()
                .allSatisfy(
                        item -> assertThat(item.value().text().orElseThrow()).isInstanceOf(Withheld.class));
    }

    @Requirement({"R31", "R37"})
    @Test
    void aSignatureHoldsUntilWhatItCoversChanges() {
        SignatureQueries signatures = fixture.bean(SignatureQueries.class);

        assertThat(signatures.signatures(asOf(signedAt - 1), ALL, "P-1")).isEmpty();
        assertThat(signatures.signatures(asOf(signedAt), ALL, "P-1"))
                .singleElement()
                .satisfies(signature -> {
                    assertThat(signature.holds()).isTrue();
                    assertThat(signature.printedName().present()).contains("Dr A. Novak");
                });
        assertThat(signatures.stale(now(), ALL, List.of("P-1")))
                .singleElement()
                .satisfies(signature -> assertThat(signature.change().entry()).isEqualTo(signedAt));
    }

    @Test
    void everyQueryAnswers() {
        AsOf now = now();
        assertThat(fixture.bean(TrialQueries.class).trials()).hasSize(1);
        assertThat(fixture.bean(SiteQueries.class).site(now, "701")).isPresent();
        assertThat(fixture.bean(SiteQueries.class).permissions(now, "701", LocalDate.of(2026, 3, 3)))
                .isEmpty();
        ParticipantQueries participants = fixture.bean(ParticipantQueries.class);
        assertThat(participants.participants(now, ALL, ParticipantFilter.none()))
                .hasSize(PARTICIPANTS)
                .allSatisfy(participant -> assertThat(participant.status()).isEqualTo("enrolled"));
        assertThat(participants.count(now, ALL, ParticipantFilter.none())).isEqualTo(PARTICIPANTS);
        assertThat(participants.countsByStatus(now, ALL)).isEqualTo(Map.of("enrolled", (long) PARTICIPANTS));
        assertThat(participants
                        .matrix(now, ALL, participants.participants(now, ALL, List.of("P-1", "P-2")))
                        .rows())
                .hasSize(2);
        assertThat(participants.milestones(now, ALL, "P-1")).hasSize(2);
        assertThat(participants.participants(
                        now,
                        new Visibility(true, false, Optional.of(Set.of("702")), Optional.empty()),
                        ParticipantFilter.none()))
                .isEmpty();
        assertThat(fixture.bean(DeviationQueries.class).deviations(now, ALL)).isEmpty();
        assertThat(fixture.bean(WorkListQueries.class)
                        .work(now, ALL, LocalDate.of(2026, 11, 22), Optional.empty(), Slice.all()))
                .isNotEmpty();
        AccountQueries accounts = fixture.bean(AccountQueries.class);
        assertThat(accounts.accounts()).isEmpty();
        assertThat(accounts.grants(enacted.trial.value())).isEmpty();
        assertThat(accounts.signIns("a-7", 5)).isEmpty();
        assertThat(accounts.forbiddenAttempts(5)).isEmpty();
    }

    @Test
    void aRebuildGivesIdenticalRows() {
        Map<String, List<String>> before = dump();
        List<Long> told = new ArrayList<>();

        fixture.bean(ReadModelRebuild.class).rebuild((done, total) -> told.add(done));

        assertThat(dump()).isEqualTo(before);
        assertThat(told.getLast()).isEqualTo(enacted.states.size() - 1);
    }

    /** Of everything: work lists are made when somebody asks for them, so somebody does. */
    private static Map<String, List<String>> dump() {
        fixture.bean(WorkListQueries.class).counts(now(), ALL, LocalDate.of(2026, 11, 22));
        return fixture.dump();
    }

    @Requirement("R05")
    @Test
    void anEditedAMissingAndAnAddedRowAreNamedWithTheirEntry() {
        ReadModelAudit audit = fixture.bean(ReadModelAudit.class);
        assertThat(audit.run()).extracting(Finding::outcome).containsOnly(Outcome.PASSED);
        Set<String> stream = Set.of("casebook:" + enacted.trial + ":P-2");
        String one = " where ctid = (select min(ctid) from read.item where participant = 'P-2' and class = 'V')";

        for (String tampering : List.of(
                "update read.item set value = '999'" + one,
                "delete from read.item" + one,
                "insert into read.casebook_lock (trial, participant, valid_from) select ledger, participant,"
                        + " leaf_index from read.entry where participant = 'P-2' limit 1")) {
            fixture.database()
                    .execute("begin; create table if not exists public.kept as select * from read.item; " + tampering
                            + "; commit");
            assertThat(audit.check(stream)).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
                assertThat(finding.leafIndex()).isPresent();
                assertThat(finding.subject()).contains("P-2");
            });
            assertThat(audit.check(enacted.trial.value(), (done, total) -> {}))
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.subject()).contains("P-2"));
            fixture.database()
                    .execute("begin; truncate read.item; insert into read.item select * from public.kept;"
                            + " truncate read.casebook_lock; commit");
            assertThat(audit.check(stream)).extracting(Finding::outcome).containsOnly(Outcome.PASSED);
        }
    }

    @Test
    @Requirement("R05")
    void aRowThatNoEntryGivesIsNamed() {
        ReadModelAudit audit = fixture.bean(ReadModelAudit.class);
        assertThat(audit.check(enacted.trial.value(), (done, total) -> {}))
                .extracting(Finding::outcome)
                .containsOnly(Outcome.PASSED);
        fixture.database()
                .execute("insert into read.casebook_lock (trial, participant, valid_from) values ('" + enacted.trial
                        + "', 'P-2', 999999)");

        assertThat(audit.check(enacted.trial.value(), (done, total) -> {}))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
                    assertThat(finding.subject()).contains("casebook_lock", "P-2");
                    assertThat(finding.leafIndex()).hasValue(999999);
                });
        fixture.database().execute("truncate read.casebook_lock");
    }

    @Test
    @Requirement("R05")
    void anAlteredWorkListIsNamedWithItsParticipant() {
        AuditCheck audit = fixture.bean(AuditCheck.class, "waitingAudit");
        // Made when asked for: a list that nobody has seen cannot be altered.
        fixture.bean(WorkListQueries.class).counts(now(), ALL, LocalDate.of(2026, 11, 22));
        assertThat(audit.run()).extracting(Finding::outcome).containsOnly(Outcome.PASSED);

        fixture.database().execute("update read.waiting set since = since - 1");
        assertThat(audit.run()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(finding.subject()).contains("read.waiting", "P-");
        });
        fixture.database().execute("update read.waiting set since = since + 1");
    }

    private static AsOf now() {
        return fixture.bean(AsOfResolver.class).now(enacted.trial.value());
    }

    private static AsOf asOf(long size) {
        return fixture.bean(AsOfResolver.class).resolve(enacted.trial.value(), Long.toString(size));
    }

    private static Map<String, String> values(List<EventView> events) {
        Map<String, String> values = new HashMap<>();
        for (EventView event : events) {
            for (FormView form : event.forms()) {
                for (GroupView group : form.groups()) {
                    for (ItemView item : group.items()) {
                        if (!item.inactivated()) {
                            values.put(
                                    event.oid() + '[' + event.key().orElse("") + "]/" + form.oid() + '['
                                            + form.key().orElse("") + "]/" + group.oid() + '['
                                            + group.key().orElse("") + "]/" + item.oid(),
                                    item.value().text().orElseThrow().present().orElseThrow());
                        }
                    }
                }
            }
        }
        return values;
    }
}
