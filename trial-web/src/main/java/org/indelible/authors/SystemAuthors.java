package org.indelible.authors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.indelible.account.AuthorCertificate;
import org.indelible.account.SystemCommand.CertifySystemKey;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.certificate.AuthorSubject;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.ledger.CertificateStore;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.authority.Actor;
import org.indelible.authority.Role;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.commands.Outcome;
import org.indelible.eventstore.CertifiedAuthor;
import org.indelible.shared.AccountId;
import org.indelible.shared.SignInId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Authors that are no persons: the platform itself and each import. A system proves that it holds its new key by sealing the entry that certifies it; that one entry cites
 * the root certificate where others cite the entry that certified their author, because there is none yet.
 */
@Component
public class SystemAuthors {
    /** The organisation in the certificates of systems. */
    public static final String ORGANISATION = "platform";

    private static final Duration LIFE = Duration.ofHours(12);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final CertificateAuthority certificates;
    private final CertificateStore issued;
    private final AuthorKeyRing keys;
    private final ObjectProvider<Commands> commands;
    private final Clock clock;

    SystemAuthors(
            CertificateAuthority certificates,
            CertificateStore issued,
            AuthorKeyRing keys,
            ObjectProvider<Commands> commands,
            Clock clock) {
        this.certificates = certificates;
        this.issued = issued;
        this.keys = keys;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Certifies a fresh key for a system and records the certificate.
     *
     * @param purpose what the system does, for people
     */
    public Actor certify(AccountId name, String purpose) {
        return certify(name, purpose, new SignInId(UUID.randomUUID().toString()));
    }

    /** As {@link #certify(AccountId, String)}, under a sign-in id that the caller has given a meaning. */
    public Actor certify(AccountId name, String purpose, SignInId signIn) {
        Actor actor = new Actor(name, ORGANISATION, Role.SYSTEM, signIn);
        AuthorKey key =
                newKey(actor, clock.instant().minus(CLOCK_SKEW), clock.instant().plus(LIFE));
        keys.hold(signIn, author(actor, key, certificates.rootThumbprint()));
        Outcome certified =
                commands.getObject().send(new CertifySystemKey(name, purpose, recorded(key)), Acting.byApi(actor));
        keys.hold(signIn, author(actor, key, certified.entries().getLast().entryHash()));
        return actor;
    }

    /** The key of a system that has done its work. */
    public void retire(Actor actor) {
        keys.drop(actor.signIn());
    }

    /** Whether the key of this actor is still good for some time to come. */
    boolean fresh(Actor actor) {
        Optional<CertifiedAuthor> author = keys.find(actor.signIn().value());
        Instant soon = clock.instant().plus(LIFE.dividedBy(12));
        return author.map(held -> held.key().certificate().notAfter().isAfter(soon))
                .orElse(false);
    }

    AuthorKey newKey(Actor actor, Instant notBefore, Instant notAfter) {
        AuthorKey key = certificates.newAuthorKey(
                subject(actor), notBefore.truncatedTo(ChronoUnit.SECONDS), notAfter.truncatedTo(ChronoUnit.SECONDS));
        issued.put(key.certificate().der());
        return key;
    }

    /** Certifies a key that is there already. */
    AuthorKey certified(Actor actor, Ed25519Signer signer, Instant notBefore, Instant notAfter) {
        AuthorKey key = new AuthorKey(
                signer,
                certificates.issue(
                        subject(actor), signer.verifier(), notBefore.truncatedTo(ChronoUnit.SECONDS), notAfter));
        issued.put(key.certificate().der());
        return key;
    }

    /** Whether this node holds a key for this actor that has not ended. */
    boolean held(Actor actor) {
        return keys.find(actor.signIn().value())
                .map(held -> held.key().certificate().isValidAt(clock.instant()))
                .orElse(false);
    }

    static CertifiedAuthor author(Actor actor, AuthorKey key, String certifiedBy) {
        return new CertifiedAuthor(subject(actor), key, certifiedBy);
    }

    static AuthorCertificate recorded(AuthorKey key) {
        return new AuthorCertificate(
                key.kid(),
                Base64.getEncoder().encodeToString(key.certificate().der()),
                key.certificate().notAfter());
    }

    private static AuthorSubject subject(Actor actor) {
        return new AuthorSubject(
                actor.account().value(),
                actor.organisation(),
                List.of(actor.role().name()));
    }
}
