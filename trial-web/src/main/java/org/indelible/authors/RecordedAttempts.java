package org.indelible.authors;

import java.util.Locale;
import java.util.Optional;
import org.indelible.account.AccountCommand.RecordForbiddenAttempt;
import org.indelible.authority.Role;
import org.indelible.casebook.CasebookCommand;
import org.indelible.commands.Acting;
import org.indelible.commands.AttemptRecorder;
import org.indelible.commands.Commands;
import org.indelible.erasure.ErasureCommand;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;
import org.indelible.site.SiteCommand;
import org.indelible.trial.TrialCommand;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Records, in the platform's name, that a person tried what is not theirs to do (21 CFR 11.10(d), 11.300(d); R21). */
@Component
public class RecordedAttempts implements AttemptRecorder {
    private final ObjectProvider<Commands> commands;
    private final PlatformAuthor platform;

    RecordedAttempts(ObjectProvider<Commands> commands, PlatformAuthor platform) {
        this.commands = commands;
        this.platform = platform;
    }

    @Override
    public void refused(Acting acting, Object command, DomainRefusal refusal) {
        if (acting.actor().role() == Role.SYSTEM || !refusal.isForbidden()) {
            return;
        }
        Optional<StreamId> target = target(command);
        record(
                acting.actor().account(),
                act(command),
                refusal.code(),
                target.flatMap(StreamId::trial),
                target.map(StreamId::toString),
                acting.path());
    }

    /**
     * @param act code of the act, or method and pattern of the route
     * @param refusal stable code of the refusal
     * @param path {@code page}, {@code api} or {@code import}
     */
    public void record(
            AccountId account,
            String act,
            String refusal,
            Optional<TrialId> trial,
            Optional<String> target,
            String path) {
        commands.getObject()
                .send(
                        new RecordForbiddenAttempt(account, act, refusal, trial, target, path),
                        Acting.byApi(platform.actor()));
    }

    private static Optional<StreamId> target(Object command) {
        return switch (command) {
            case CasebookCommand casebook -> Optional.of(StreamId.of(casebook.casebook()));
            case SiteCommand site -> Optional.of(StreamId.of(site.site()));
            case TrialCommand trial -> Optional.of(trial.stream());
            case ErasureCommand erasure -> Optional.of(erasure.stream());
            default -> Optional.empty();
        };
    }

    /** {@code RecordItems} becomes {@code record-items}. */
    private static String act(Object command) {
        return command.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
