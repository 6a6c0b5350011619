package org.indelible.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Under which address passkeys hold (WebAuthn section 5.4.2): the origin of the portal as people reach it, {@code indelible.passkeys.origin}, and
 * its host or a parent domain of it, {@code indelible.passkeys.relying-party}. Where nothing is configured there are passkeys on {@code
 * localhost} only: what a request says of its host is no basis for trust.
 */
@Component
public class RelyingParty {
    /** @param id RP id */
    public record Site(String id, String origin) {}

    private final Optional<Site> configured;

    RelyingParty(
            @Value("${indelible.passkeys.origin:}") String origin,
            @Value("${indelible.passkeys.relying-party:}") String id) {
        this.configured = origin.isBlank() ? Optional.empty() : Optional.of(site(origin.strip(), id.strip()));
    }

    private static Site site(String origin, String id) {
        String host = URI.create(origin).getHost();
        String relyingParty = id.isEmpty() ? host : id;
        if (host == null || !(host.equals(relyingParty) || host.endsWith('.' + relyingParty))) {
            throw new IllegalArgumentException("indelible.passkeys.origin is an address such as"
                    + " https://trials.example.org, and indelible.passkeys.relying-party its host or a parent of it");
        }
        return new Site(relyingParty, origin);
    }

    /** Empty where there are no passkeys for whoever asks from there. */
    public Optional<Site> of(HttpServletRequest request) {
        return configured.or(() -> request.getServerName().equals("localhost")
                ? Optional.of(new Site("localhost", local(request)))
                : Optional.empty());
    }

    private static String local(HttpServletRequest request) {
        boolean ordinary = request.getServerPort() == (request.getScheme().equals("https") ? 443 : 80);
        return request.getScheme() + "://localhost" + (ordinary ? "" : ":" + request.getServerPort());
    }
}
