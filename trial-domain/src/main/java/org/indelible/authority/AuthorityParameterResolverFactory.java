package org.indelible.authority;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.indelible.shared.AccountId;
import org.indelible.shared.CommandMetadata;
import org.indelible.shared.SignInId;
import org.jspecify.annotations.Nullable;

/**
 * Gives command handlers their {@link Authority} parameter: evaluated from the actor in the command's metadata and the stream and site that the command names, at the
 * clock of the stream's ledger.
 */
public final class AuthorityParameterResolverFactory implements ParameterResolverFactory {
    private final AuthorityEvaluator evaluator;
    private final Function<String, Clock> clockOf;

    /** @param clockOf the clock of a ledger: the same that gives its entries their time */
    public AuthorityParameterResolverFactory(AuthorityEvaluator evaluator, Function<String, Clock> clockOf) {
        this.evaluator = evaluator;
        this.clockOf = clockOf;
    }

    /** The same clock for every ledger. */
    public AuthorityParameterResolverFactory(AuthorityEvaluator evaluator, Clock clock) {
        this(evaluator, ledger -> clock);
    }

    @Override
    public @Nullable ParameterResolver<Authority> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        return parameters[parameterIndex].getType() == Authority.class ? new Resolver() : null;
    }

    /** The actor in the metadata of a command. */
    public static Actor actorIn(MetaData metadata) {
        return new Actor(
                new AccountId(text(metadata, CommandMetadata.ACTOR)),
                text(metadata, CommandMetadata.ORGANISATION),
                Role.valueOf(text(metadata, CommandMetadata.ROLE)),
                new SignInId(text(metadata, CommandMetadata.SIGN_IN)));
    }

    private static String text(MetaData metadata, String key) {
        return Optional.ofNullable(metadata.get(key))
                .map(Object::toString)
                .orElseThrow(() -> new IllegalArgumentException("a command without " + key + " has no author"));
    }

    private final class Resolver implements ParameterResolver<Authority> {
        @Override
        public Authority resolveParameterValue(Message<?> message) {
            Targeted command = (Targeted) message.getPayload();
            Clock clock = clockOf.apply(command.stream().ledger());
            return evaluator.evaluate(new AuthorityRequest(
                    actorIn(message.getMetaData()), command.stream(), command.namedSite(), clock.instant()));
        }

        @Override
        public boolean matches(Message<?> message) {
            return message.getPayload() instanceof Targeted;
        }
    }
}
