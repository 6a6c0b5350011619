package org.indelible.protocols.diff;

import java.util.List;
import java.util.Optional;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.VisitWindow;

/**
 * One thing that changed. What comes or goes with something larger, the items of a new form for example, is part of that change
 * and not a change of its own.
 */
public sealed interface BuildChange {
    /** What it is about. */
    Subject subject();

    /** The change as an English sentence. */
    default String words() {
        return ChangeWords.of(this);
    }

    /** How it stood, for a view side by side; empty where there was nothing. */
    Optional<String> before();

    /** How it stands, for a view side by side; empty where there is nothing. */
    Optional<String> after();

    /**
     * A definition is new.
     *
     * @param places where it is used: OIDs of the containers that were there before
     * @param mandatory whether any of these requires it
     * @param parts what came with it and is used nowhere else: groups and items of a form, the code list of an item
     */
    record Added(Subject subject, List<String> places, boolean mandatory, List<Subject> parts) implements BuildChange {
        public Added {
            places = List.copyOf(places);
            parts = List.copyOf(parts);
        }

        @Override
        public Optional<String> before() {
            return Optional.empty();
        }

        @Override
        public Optional<String> after() {
            return Optional.of(subject.name());
        }
    }

    /**
     * A definition is gone; values collected for it have no place any more.
     *
     * @param places the containers that remain and used it
     * @param parts what went with it
     */
    record Removed(Subject subject, List<String> places, List<Subject> parts) implements BuildChange {
        public Removed {
            places = List.copyOf(places);
            parts = List.copyOf(parts);
        }

        @Override
        public Optional<String> before() {
            return Optional.of(subject.name());
        }

        @Override
        public Optional<String> after() {
            return Optional.empty();
        }
    }

    /** Something that exists in both builds is collected in one more place. */
    record Placed(Subject subject, Subject container, boolean mandatory) implements BuildChange {
        @Override
        public Optional<String> before() {
            return Optional.empty();
        }

        @Override
        public Optional<String> after() {
            return Optional.of(container.name());
        }
    }

    /** Something that exists in both builds is no longer collected in one of its places. */
    record TakenOut(Subject subject, Subject container) implements BuildChange {
        @Override
        public Optional<String> before() {
            return Optional.of(container.name());
        }

        @Override
        public Optional<String> after() {
            return Optional.empty();
        }
    }

    /** It became mandatory or optional in a place. */
    record MandatoryChanged(Subject subject, Subject container, boolean mandatory) implements BuildChange {
        @Override
        public Optional<String> before() {
            return Optional.of(mandatory ? "optional" : "mandatory");
        }

        @Override
        public Optional<String> after() {
            return Optional.of(mandatory ? "mandatory" : "optional");
        }
    }

    /** Another condition, or none, decides whether it is collected in a place; OIDs of ConditionDefs. */
    record SkipLogicChanged(Subject subject, Subject container, Optional<String> before, Optional<String> after)
            implements BuildChange {}

    /** Another method, or none, derives it in a place; OIDs of MethodDefs. */
    record DerivationChanged(Subject subject, Subject container, Optional<String> before, Optional<String> after)
            implements BuildChange {}

    /** The same things stand in another order. */
    record OrderChanged(Subject subject, List<String> orderBefore, List<String> orderAfter) implements BuildChange {
        public OrderChanged {
            orderBefore = List.copyOf(orderBefore);
            orderAfter = List.copyOf(orderAfter);
        }

        @Override
        public Optional<String> before() {
            return Optional.of(String.join(", ", orderBefore));
        }

        @Override
        public Optional<String> after() {
            return Optional.of(String.join(", ", orderAfter));
        }
    }

    /** A single value of a definition. */
    record AttributeChanged(Subject subject, Attribute attribute, Optional<String> before, Optional<String> after)
            implements BuildChange {}

    /** A text in one language; with nothing before, a translation was added. {@code ""} names no language. */
    record TextChanged(
            Subject subject, TextField field, String language, Optional<String> before, Optional<String> after)
            implements BuildChange {}

    /** A check of an item was added, removed (no {@code now}) or changed. */
    record CheckChanged(Subject subject, Optional<RangeCheck> was, Optional<RangeCheck> now) implements BuildChange {
        @Override
        public Optional<String> before() {
            return was.map(ChangeWords::check);
        }

        @Override
        public Optional<String> after() {
            return now.map(ChangeWords::check);
        }
    }

    /** A value of a code list was added or removed (no {@code now}). */
    record CodeChanged(Subject subject, Optional<CodeListEntry> was, Optional<CodeListEntry> now)
            implements BuildChange {
        @Override
        public Optional<String> before() {
            return was.map(ChangeWords::code);
        }

        @Override
        public Optional<String> after() {
            return now.map(ChangeWords::code);
        }
    }

    /** What a value of a code list is shown as, in one language. */
    record DecodeChanged(
            Subject subject, String codedValue, String language, Optional<String> before, Optional<String> after)
            implements BuildChange {}

    /** What a condition or method computes. */
    record ExpressionChanged(Subject subject, List<FormalExpression> was, List<FormalExpression> now)
            implements BuildChange {
        public ExpressionChanged {
            was = List.copyOf(was);
            now = List.copyOf(now);
        }

        @Override
        public Optional<String> before() {
            return ChangeWords.expressions(was);
        }

        @Override
        public Optional<String> after() {
            return ChangeWords.expressions(now);
        }
    }

    /** When a visit is due. */
    record WindowChanged(Subject subject, Optional<VisitWindow> was, Optional<VisitWindow> now) implements BuildChange {
        @Override
        public Optional<String> before() {
            return was.map(ChangeWords::window);
        }

        @Override
        public Optional<String> after() {
            return now.map(ChangeWords::window);
        }
    }
}
