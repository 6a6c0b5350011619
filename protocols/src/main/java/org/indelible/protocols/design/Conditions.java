package org.indelible.protocols.design;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.ConditionDef;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.TranslatedText;

/** When something is left out. A condition is a definition of its own that several may refer to; who edits it here edits it for one. */
public final class Conditions {
    private static final int LONGEST_EXPRESSION = 20_000;

    private Conditions() {}

    /** The expression a reference is left out by, in whichever language it is; empty where it is always asked for. */
    public static String stated(BuildContent content, Ref ref) {
        return ref.conditionOid().stream()
                .flatMap(
                        oid -> content.conditions().stream().filter(c -> c.oid().equals(oid)))
                .flatMap(condition -> condition.formalExpressions().stream())
                .findFirst()
                .map(FormalExpression::text)
                .orElse("");
    }

    /** The reference with the condition typed; a text that is not changed leaves everything as it is. */
    static Ref leftOutWhen(Workbench bench, Ref ref, String typed, String name) {
        String text = Workbench.bounded(typed, LONGEST_EXPRESSION, "leftOutWhen");
        Optional<ConditionDef> now = ref.conditionOid().flatMap(oid -> Optional.ofNullable(bench.conditions.get(oid)));
        String stated = now.stream()
                .flatMap(condition -> condition.formalExpressions().stream())
                .findFirst()
                .map(FormalExpression::text)
                .orElse("");
        if (text.equals(stated.strip())) {
            return ref;
        }
        return under(ref, text.isEmpty() ? Optional.empty() : Optional.of(condition(bench, now, text, name)));
    }

    private static String condition(Workbench bench, Optional<ConditionDef> now, String text, String name) {
        boolean own = now.filter(condition ->
                        users(bench).filter(oid -> oid.equals(condition.oid())).count() == 1)
                .isPresent();
        String oid = own ? now.orElseThrow().oid() : Oids.fresh("C", "NOT " + name, bench.conditions.keySet());
        bench.conditions.put(
                oid,
                new ConditionDef(
                        oid,
                        own ? now.orElseThrow().name() : "No " + name,
                        own ? now.orElseThrow().description() : TranslatedText.none(),
                        List.of(new FormalExpression(FormalExpression.CEL, text))));
        return oid;
    }

    /** Takes out the conditions that nothing is under any more. */
    static void prune(Workbench bench) {
        Set<String> used = users(bench).collect(Collectors.toSet());
        bench.conditions.keySet().retainAll(used);
    }

    private static Stream<String> users(Workbench bench) {
        return Stream.of(
                        bench.eventRefs.stream(),
                        bench.events.values().stream().flatMap(event -> event.formRefs().stream()),
                        bench.forms.values().stream().flatMap(form -> form.itemGroupRefs().stream()),
                        bench.groups.values().stream().flatMap(group -> group.itemRefs().stream()))
                .flatMap(refs -> refs)
                .flatMap(ref -> ref.conditionOid().stream());
    }

    private static Ref under(Ref ref, Optional<String> condition) {
        return new Ref(ref.oid(), ref.orderNumber(), ref.mandatory(), condition, ref.methodOid(), ref.role());
    }
}
