package org.indelible.commands;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.indelible.authority.Actor;
import org.indelible.shared.Source;

/**
 * In whose name a command is sent, and by which path.
 *
 * @param path {@code page}, {@code api} or {@code import}, for the record of forbidden attempts
 * @param enteredAt when it was entered at the source, where that is not now
 * @param source originator, where that is not the actor
 * @param derivedFrom what the command is made from, where sending it again must do nothing (a row of a file)
 */
public record Acting(
        Actor actor,
        String path,
        Optional<OffsetDateTime> enteredAt,
        Optional<Source> source,
        Optional<String> derivedFrom) {
    public static Acting onPage(Actor actor) {
        return new Acting(actor, "page", Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Acting byApi(Actor actor) {
        return new Acting(actor, "api", Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Acting byImport(Actor actor, Source source, String derivedFrom) {
        return new Acting(actor, "import", source.capturedAt(), Optional.of(source), Optional.of(derivedFrom));
    }
}
