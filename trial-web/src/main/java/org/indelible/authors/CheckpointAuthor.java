package org.indelible.authors;

import org.indelible.anchoring.ledger.SealingPlatformAppender.SystemAuthor;
import org.indelible.authority.Actor;
import org.indelible.eventstore.CertifiedAuthor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** As whom the checkpoints of trials are entered in the platform ledger. */
@Component
public class CheckpointAuthor {
    private final PlatformAuthor platform;
    private final AuthorKeyRing keys;

    CheckpointAuthor(PlatformAuthor platform, AuthorKeyRing keys) {
        this.platform = platform;
        this.keys = keys;
    }

    public SystemAuthor current() {
        Actor actor = platform.actor();
        CertifiedAuthor author = keys.find(actor.signIn().value())
                .orElseThrow(() -> new IllegalStateException("the platform's key is held while it is current"));
        return new SystemAuthor(
                author.key(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("account", actor.account().value())
                        .put("organisation", actor.organisation())
                        .put("role", actor.role().name()),
                author.certifiedBy());
    }
}
