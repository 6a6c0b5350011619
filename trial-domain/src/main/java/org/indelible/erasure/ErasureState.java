package org.indelible.erasure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.authority.Role;
import org.indelible.erasure.ErasureEvent.*;
import org.indelible.shared.AccountId;

/** The requests about one subject, as far as decisions need them. */
public record ErasureState(Map<ErasureId, Request> requests) {
    static final ErasureState NONE = new ErasureState(Map.of());

    /** Where a request stands. */
    public enum Status {
        REQUESTED,
        APPROVED,
        DECLINED,
        CARRIED_OUT
    }

    /** @param texts what is to go; empty for the identity as a whole */
    public record Request(AccountId by, Role role, List<DisclosureDigest> texts, Status status) {
        boolean ofIdentity() {
            return texts.isEmpty();
        }

        boolean underWay() {
            return status == Status.REQUESTED || status == Status.APPROVED;
        }

        private Request now(Status next) {
            return new Request(by, role, texts, next);
        }
    }

    Optional<Request> find(ErasureId request) {
        return Optional.ofNullable(requests.get(request));
    }

    /** Whether somebody has asked for this already, and it was not declined. */
    boolean underWay(DisclosureDigest text) {
        return requests.values().stream()
                .anyMatch(request -> request.underWay() && request.texts().contains(text));
    }

    Optional<Request> ofIdentity() {
        return requests.values().stream()
                .filter(request -> request.ofIdentity() && request.status() != Status.DECLINED)
                .findFirst();
    }

    ErasureState evolve(ErasureEvent event) {
        return switch (event) {
            case TextErasureRequested e -> put(e, new Request(e.by(), e.role(), e.texts(), Status.REQUESTED));
            case IdentityErasureRequested e -> put(e, new Request(e.by(), e.role(), List.of(), Status.REQUESTED));
            case ErasureApproved e -> moved(e, Status.APPROVED);
            case ErasureDeclined e -> moved(e, Status.DECLINED);
            case ErasureCarriedOut e -> moved(e, Status.CARRIED_OUT);
        };
    }

    private ErasureState moved(ErasureEvent event, Status next) {
        return find(event.request())
                .map(request -> put(event, request.now(next)))
                .orElse(this);
    }

    private ErasureState put(ErasureEvent event, Request request) {
        Map<ErasureId, Request> more = new HashMap<>(requests);
        more.put(event.request(), request);
        return new ErasureState(Map.copyOf(more));
    }
}
