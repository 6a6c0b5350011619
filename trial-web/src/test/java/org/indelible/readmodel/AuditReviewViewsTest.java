package org.indelible.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.indelible.account.AccountEvent.ForbiddenActAttempted;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.auditreview.AuditView;
import org.indelible.auditreview.ReviewPeriod;
import org.indelible.casebook.CorrectedItem;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.GroupRef;
import org.indelible.casebook.ItemRef;
import org.indelible.casebook.LifecycleEvent.ParticipantRegistered;
import org.indelible.casebook.LockEvent.CasebookLocked;
import org.indelible.casebook.LockEvent.CasebookUnlocked;
import org.indelible.casebook.NullFlavour;
import org.indelible.casebook.Origin;
import org.indelible.casebook.RecordedItem;
import org.indelible.casebook.RecordingEvent.ItemsCorrected;
import org.indelible.casebook.RecordingEvent.ItemsRecorded;
import org.indelible.casebook.RepeatKey;
import org.indelible.casebook.SigningEvent.FormSigned;
import org.indelible.casebook.Version;
import org.indelible.casebook.VisitEvent.VisitStarted;
import org.indelible.casebook.VisitRef;
import org.indelible.readmodel.auditreview.AuditReviewQueries;
import org.indelible.readmodel.auditreview.ReviewLine;
import org.indelible.readmodel.auditreview.ReviewScope;
import org.indelible.shared.AccountId;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.BuildHash;
import org.indelible.shared.CasebookId;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SaveId;
import org.indelible.shared.SignInId;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.SignatureRecord;
import org.indelible.shared.SiteId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;
import org.indelible.site.SiteEvent.SiteOpened;
import org.indelible.trial.TrialEvent.TrialRegistered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two sites: what one does wrong surfaces in every view, and the other surfaces in none. */
@Requirement("R13")
class AuditReviewViewsTest {
    private static final TrialId TRIAL = new TrialId(UUID.randomUUID().toString());
    private static final AccountId STRANGER = new AccountId("stranger");
    private static final BuildHash BUILD = new BuildHash("B".repeat(43));
    private static final String BAD = "701";
    private static final String HONEST = "702";
    private static final VisitRef VISIT = VisitRef.of("SE.1");
    private static final FormRef VITALS = VISIT.form("F.VITALS");
    private static final int PARTICIPANTS = 12;
    private static final int MEASUREMENTS = 5;
    private static final Visibility BLINDED = Visibility.pseudonymous();

    private static ReadModelFixture fixture;
    private static long honestSize;

    @BeforeAll
    static void enact() {
        fixture = new ReadModelFixture();
        append(StreamId.of(TRIAL), new TrialRegistered(TRIAL, TrialKind.TEST, "Reviewed", "sponsor"));
        open(HONEST, 13);
        open(BAD, 1);
        for (int number = 0; number < PARTICIPANTS; number++) {
            int each = number;
            register(HONEST, number, LocalDate.now(ZoneOffset.UTC));
            record(HONEST, number, place -> Integer.toString(100 + (each * 37 + place * 53) % 89));
        }
        fixture.caughtUp();
        honestSize = now().treeSize();
        for (int number = 0; number < PARTICIPANTS; number++) {
            int each = number;
            register(BAD, number, LocalDate.now(ZoneOffset.UTC).minusDays(20));
            record(BAD, number, place -> Integer.toString(10 * (10 + ((each / 2) * 7 + place * 3) % 13)));
        }
        missing();
        changes();
        append(
                StreamId.of(STRANGER),
                new ForbiddenActAttempted(
                        "correct-data", "site-data-belongs-to-site", Optional.of(TRIAL), Optional.empty(), "page"));
        fixture.caughtUp();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(AuditView.class)
    void what_one_site_does_wrong_surfaces_and_the_other_does_not(AuditView view) {
        List<ReviewLine> lines = lines(view, Set.of());

        assertThat(lines).isNotEmpty();
        if (view == AuditView.UNAUTHORISED_ATTEMPTS) {
            assertThat(lines).extracting(ReviewLine::account).containsOnly(STRANGER.value());
        } else {
            assertThat(lines).extracting(ReviewLine::site).containsOnly(Optional.of(BAD));
            assertThat(lines(view, Set.of(HONEST))).isEmpty();
            assertThat(lines(view, Set.of(BAD))).isEqualTo(lines);
        }
    }

    @ParameterizedTest
    @EnumSource(AuditView.class)
    void a_list_is_cut_where_it_is_stored(AuditView view) {
        List<ReviewLine> lines = lines(view, Set.of());

        assertThat(queries().count(now(), BLINDED, scope(view, Set.of()))).isEqualTo(lines.size());
        assertThat(queries().lines(now(), BLINDED, scope(view, Set.of()), new Slice(0, 1)))
                .isEqualTo(lines.subList(0, 1));
        assertThat(queries().lines(now(), BLINDED, scope(view, Set.of()), new Slice(1, 100)))
                .isEqualTo(lines.subList(1, lines.size()));
    }

    @ParameterizedTest
    @EnumSource(value = AuditView.class, mode = EnumSource.Mode.EXCLUDE, names = "UNAUTHORISED_ATTEMPTS")
    void as_of_a_point_before_it_there_was_nothing(AuditView view) {
        assertThat(queries().lines(now().at(honestSize), BLINDED, scope(view, Set.of()), Slice.all()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AuditView.class)
    void outside_of_the_period_there_is_nothing(AuditView view) {
        Instant past = Instant.parse("2020-01-01T00:00:00Z");
        ReviewScope scope =
                new ReviewScope(view, view.usual(), new ReviewPeriod(past, past.plus(Duration.ofDays(30))), Set.of());

        assertThat(queries().lines(now(), BLINDED, scope, Slice.all())).isEmpty();
    }

    @Test
    void each_pair_is_told_once_with_the_later_of_the_two() {
        List<ReviewLine> lines = lines(AuditView.COPIED_DATA, Set.of());

        assertThat(lines).hasSize(PARTICIPANTS / 2).allSatisfy(line -> {
            assertThat(line.number()).isEqualTo(100);
            assertThat(line.participant().orElseThrow())
                    .isGreaterThan(line.other().orElseThrow());
        });
    }

    @Test
    void changes_after_a_signature_are_told_apart_from_those_after_unlocking() {
        assertThat(lines(AuditView.AFTER_SIGN_OR_LOCK, Set.of()))
                .extracting(ReviewLine::what)
                .contains("signed", "unlocked");
    }

    @Test
    @Requirement("R54")
    void changes_of_the_treatment_are_shown_to_unblinded_readers_only() {
        ReviewScope scope = scope(AuditView.MANY_CHANGES, Set.of());
        Visibility unblinded = new Visibility(false, true, Optional.empty(), Optional.empty());

        assertThat(queries().lines(now(), BLINDED, scope, Slice.all()))
                .extracting(ReviewLine::item)
                .doesNotContain(Optional.of("IT.DOSE"));
        assertThat(queries().lines(now(), unblinded, scope, Slice.all()))
                .extracting(ReviewLine::item)
                .contains(Optional.of("IT.DOSE"));
    }

    private static List<ReviewLine> lines(AuditView view, Set<String> sites) {
        return queries().lines(now(), BLINDED, scope(view, sites), Slice.all());
    }

    private static AuditReviewQueries queries() {
        return fixture.bean(AuditReviewQueries.class);
    }

    private static ReviewScope scope(AuditView view, Set<String> sites) {
        Instant now = Instant.now();
        return new ReviewScope(
                view,
                view.usual(),
                new ReviewPeriod(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))),
                sites);
    }

    private static AsOf now() {
        return fixture.bean(AsOfResolver.class).now(TRIAL.value());
    }

    /** In a zone where it is this hour now. */
    private static void open(String site, int hour) {
        int ahead = Math.floorMod(hour - Instant.now().atOffset(ZoneOffset.UTC).getHour(), 24);
        ZoneId zone = ZoneId.of("Etc/GMT" + (ahead > 12 ? "+" + (24 - ahead) : "-" + ahead));
        SiteId id = new SiteId(TRIAL, new SiteKey(site));
        append(StreamId.of(id), new SiteOpened(id, "Site " + site, "AT", zone));
    }

    private static void register(String site, int number, LocalDate visit) {
        CasebookId casebook = casebook(site, number);
        append(
                site,
                number,
                new ParticipantRegistered(casebook, new SiteKey(site), BUILD, Optional.empty()),
                new VisitStarted(VISIT, Optional.of(visit)));
    }

    private static ItemRef measurement(int place) {
        return new ItemRef("IG", new RepeatKey(Integer.toString(place)), "IT.SYSBP");
    }

    private static void record(String site, int number, IntFunction<String> value) {
        List<RecordedItem> items = new ArrayList<>();
        IntStream.range(0, MEASUREMENTS).forEach(place -> items.add(recorded(measurement(place), value.apply(place))));
        append(site, number, new ItemsRecorded(VITALS, save(), BUILD, Origin.SITE, items));
    }

    private static void missing() {
        for (int number = 0; number < 3; number++) {
            append(
                    BAD,
                    number,
                    new ItemsRecorded(
                            VISIT.form("F.LAB"),
                            save(),
                            BUILD,
                            Origin.SITE,
                            List.of(new RecordedItem(
                                    GroupRef.of("IG").item("IT.GLUCOSE"),
                                    Disclosable.of(Optional.empty(), DisclosureClass.VALUE),
                                    Optional.of(NullFlavour.NOT_DONE),
                                    Optional.empty(),
                                    Optional.empty()))));
        }
    }

    /** After a signature at one participant, after a lock that was opened again at another. */
    private static void changes() {
        append(BAD, 0, new FormSigned(VITALS, signature(), new Version(2), List.of()));
        append(BAD, 1, new CasebookLocked(List.of(), Optional.empty()));
        append(BAD, 1, new CasebookUnlocked(new AccountId("a-7"), reason()));
        for (int change = 0; change < 3; change++) {
            for (int number = 0; number < 2; number++) {
                // What it was stays what it was: the copies remain copies.
                append(BAD, number, corrected(measurement(0), "100", DisclosureClass.VALUE));
            }
            append(BAD, 2, corrected(GroupRef.of("IG").item("IT.DOSE"), "20", DisclosureClass.ALLOCATION));
        }
    }

    private static RecordedItem recorded(ItemRef item, String value) {
        return new RecordedItem(
                item,
                Disclosable.of(Optional.of(value), DisclosureClass.VALUE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ItemsCorrected corrected(ItemRef item, String value, DisclosureClass disclosureClass) {
        return new ItemsCorrected(
                VITALS,
                save(),
                BUILD,
                Origin.SITE,
                List.of(new CorrectedItem(
                        item,
                        new Version(2),
                        Disclosable.of(Optional.of(value), disclosureClass),
                        Optional.empty(),
                        Optional.empty(),
                        reason())));
    }

    private static SignatureRecord signature() {
        return new SignatureRecord(
                SignatureMeaning.APPROVAL,
                Disclosable.of("Dr A. Novak", DisclosureClass.FREE_TEXT),
                new AuthenticationEvidence(
                        new AccountId("a-7"),
                        new SignInId("s-1"),
                        AuthenticationMethod.PASSWORD,
                        Instant.parse("2026-03-03T13:02:00Z"),
                        2,
                        true,
                        Optional.empty()));
    }

    private static RecordedReason reason() {
        return RecordedReason.of(Reason.of("transcription error"));
    }

    private static SaveId save() {
        return new SaveId("save");
    }

    private static CasebookId casebook(String site, int number) {
        return new CasebookId(TRIAL, new ParticipantKey("%s-%03d".formatted(site, number)));
    }

    private static void append(String site, int number, Object... events) {
        fixture.append(casebook(site, number).stream(), Optional.of(site), List.of(events));
    }

    private static void append(StreamId stream, Object... events) {
        fixture.append(stream, Optional.empty(), List.of(events));
    }
}
