package org.indelible.wiring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.account.AccountEvent;
import org.indelible.account.AccountState;
import org.indelible.authority.Authority;
import org.indelible.authority.AuthorityEvaluator;
import org.indelible.authority.AuthorityFacts;
import org.indelible.authority.AuthorityFacts.AccountFacts;
import org.indelible.authority.AuthorityFacts.SiteFacts;
import org.indelible.authority.AuthorityFacts.TrialFacts;
import org.indelible.authority.AuthorityRequest;
import org.indelible.authority.AuthorityRules;
import org.indelible.authority.ImportMandate;
import org.indelible.authority.ImportMandates;
import org.indelible.authority.Role;
import org.indelible.casebook.LifecycleEvent.ParticipantRegistered;
import org.indelible.casebook.LifecycleEvent.ParticipantTransferred;
import org.indelible.eventstore.EventType;
import org.indelible.shared.AccountId;
import org.indelible.shared.CasebookId;
import org.indelible.shared.SiteId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;
import org.indelible.site.SiteEvent;
import org.indelible.site.SiteState;
import org.indelible.trial.TrialEvent;
import org.indelible.trial.TrialState;

/** Authority from the streams themselves, never from a read model that may lag: a revocation acts on the very next command. */
public final class RecordedAuthority implements AuthorityEvaluator {
    private static final Set<String> MOVES = Stream.of(ParticipantRegistered.class, ParticipantTransferred.class)
            .map(type -> type.getAnnotation(EventType.class).name())
            .collect(Collectors.toUnmodifiableSet());

    private final FoldedStreams<AccountState> accounts;
    private final FoldedStreams<TrialState> trials;
    private final FoldedStreams<SiteState> sites;
    private final FoldedStreams<Optional<SiteKey>> siteOfCasebook;
    private final ImportMandates mandates;

    public RecordedAuthority(EventStore events, ImportMandates mandates) {
        this.accounts = new FoldedStreams<>(
                events,
                AccountState.NONE,
                (state, event) -> event instanceof AccountEvent known ? state.evolve(known) : state);
        this.trials = new FoldedStreams<>(
                events,
                TrialState.NONE,
                (state, event) -> event instanceof TrialEvent known ? state.evolve(known) : state);
        this.sites = new FoldedStreams<>(
                events,
                SiteState.NONE,
                (state, event) -> event instanceof SiteEvent known ? state.evolve(known) : state);
        this.siteOfCasebook = new FoldedStreams<>(events, Optional.empty(), RecordedAuthority::moved);
        this.mandates = mandates;
    }

    /** Reads everything anew from now on, after an erasure. */
    public void forget() {
        accounts.forget();
        trials.forget();
        sites.forget();
        siteOfCasebook.forget();
    }

    /**
     * Told of each event that this node has appended: most of those of a casebook do not move its participant, and need not be read again.
     *
     * @param sequence number in the stream
     * @param type event type name
     */
    public void appended(String stream, long sequence, String type) {
        if (!MOVES.contains(type)) {
            siteOfCasebook.passed(stream, sequence);
        }
    }

    /** The account as it is this moment, on whichever node it changed. */
    public AccountState accountNow(AccountId account) {
        return accounts.state(StreamId.of(account).toString());
    }

    private static Optional<SiteKey> moved(Optional<SiteKey> site, Object event) {
        return switch (event) {
            case ParticipantRegistered registered -> Optional.of(registered.site());
            case ParticipantTransferred transferred -> Optional.of(transferred.to());
            default -> site;
        };
    }

    @Override
    public Authority evaluate(AuthorityRequest request) {
        Optional<ImportMandate> mandate = mandates.find(request.actor().signIn());
        AuthorityFacts facts = new AuthorityFacts(
                mandate.isEmpty() && request.actor().role() == Role.SYSTEM
                        ? system(request.actor().account())
                        : reaching(
                                request.target(),
                                account(mandate.map(ImportMandate::startedBy)
                                        .orElse(request.actor().account()))),
                request.target().trial().flatMap(this::trial),
                request.target()
                        .trial()
                        .flatMap(trial -> siteOf(request).flatMap(site -> site(new SiteId(trial, site)))),
                mandate);
        return AuthorityRules.evaluate(facts, request.actor(), request.at());
    }

    /** A system has no account; that it acts at all, its certified key shows. */
    private static AccountFacts system(AccountId name) {
        return new AccountFacts(name, Optional.empty(), true, false, false, List.of());
    }

    private AccountFacts account(AccountId account) {
        return switch (accountNow(account)) {
            case AccountState.Known known -> known.facts();
            case AccountState.Unknown unknown ->
                new AccountFacts(account, Optional.empty(), false, false, false, List.of());
        };
    }

    /** A participant's role counts for what is about them only. */
    private static AccountFacts reaching(StreamId target, AccountFacts account) {
        return target.participant()
                .map(participant -> new AccountFacts(
                        account.account(),
                        account.printedName(),
                        account.active(),
                        account.demo(),
                        account.identityProven(),
                        account.grants().stream()
                                .filter(grant -> grant.reaches(participant))
                                .toList()))
                .orElse(account);
    }

    private Optional<TrialFacts> trial(TrialId trial) {
        return switch (trials.state(StreamId.of(trial).toString())) {
            case TrialState.Registered registered ->
                Optional.of(new TrialFacts(
                        registered.trial(),
                        registered.kind(),
                        registered.status(),
                        registered.retainedUntil(),
                        registered.imports().authorisedMigrations(),
                        registered.published().approved()));
            case TrialState.Unregistered unregistered -> Optional.empty();
        };
    }

    private Optional<SiteFacts> site(SiteId site) {
        return switch (sites.state(StreamId.of(site).toString())) {
            case SiteState.Opened opened -> Optional.of(opened.facts());
            case SiteState.Unopened unopened -> Optional.empty();
        };
    }

    /** The participant's own site goes before one that a command names: nobody reaches a casebook by naming the site they are at. */
    private Optional<SiteKey> siteOf(AuthorityRequest request) {
        return switch (request.target()) {
            case StreamId.OfSite site -> Optional.of(site.site().key());
            case StreamId.OfCasebook casebook ->
                siteOfCasebook.state(casebook.toString()).or(request::site);
            case StreamId.OfErasures erasures ->
                erasures.about()
                        .flatMap(key -> siteOfCasebook.state(
                                StreamId.of(new CasebookId(erasures.id(), key)).toString()))
                        .or(request::site);
            case StreamId.OfTrial trial -> request.site();
            case StreamId.OfAuditReviews reviews -> Optional.empty();
            case StreamId.OfAccount account -> Optional.empty();
            case StreamId.OfSystem system -> Optional.empty();
            case StreamId.OfRecovery recovery -> Optional.empty();
            case StreamId.OfLogKey keys -> Optional.empty();
            case StreamId.OfCertification certification -> Optional.empty();
        };
    }
}
