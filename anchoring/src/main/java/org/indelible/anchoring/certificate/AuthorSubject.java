package org.indelible.anchoring.certificate;

import java.util.List;

/** Whom an author certificate names, by pseudonymous ids only. */
public record AuthorSubject(String account, String organisation, List<String> roles) {
    public AuthorSubject {
        roles = List.copyOf(roles);
        if (account.isBlank() || organisation.isBlank()) {
            throw new IllegalArgumentException("an author has an account and an organisation");
        }
    }
}
