package org.indelible.protocols.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;

/** Items whose being collected, or whose value, depends on itself by way of others. */
final class Cycles {
    private final Map<String, Set<String>> edges = new HashMap<>();

    private Cycles() {}

    /** Cycles of skip logic: each the OIDs of its items. Two items that exclude each other are one of two. */
    static List<Set<String>> ofConditions(StudyBuild build, Map<String, Set<String>> itemsOfCondition) {
        Cycles cycles = new Cycles();
        for (FormDef form : build.forms()) {
            for (Ref groupRef : form.itemGroupRefs()) {
                build.itemGroup(groupRef.oid())
                        .ifPresent(group -> group.itemRefs().forEach(item -> {
                            cycles.depend(item.oid(), groupRef.conditionOid(), itemsOfCondition);
                            cycles.depend(item.oid(), item.conditionOid(), itemsOfCondition);
                        }));
            }
        }
        return cycles.find();
    }

    /** Cycles of derivations. */
    static List<Set<String>> ofMethods(StudyBuild build, Map<String, Set<String>> itemsOfMethod) {
        Cycles cycles = new Cycles();
        for (ItemGroupDef group : build.itemGroups()) {
            group.itemRefs().forEach(item -> cycles.depend(item.oid(), item.methodOid(), itemsOfMethod));
        }
        return cycles.find();
    }

    private void depend(String item, Optional<String> on, Map<String, Set<String>> itemsOf) {
        on.map(oid -> itemsOf.getOrDefault(oid, Set.of()))
                .ifPresent(items ->
                        edges.computeIfAbsent(item, i -> new TreeSet<>()).addAll(items));
    }

    /** The strongly connected components that are cycles (Tarjan 1972), without recursion: builds may be long chains. */
    private List<Set<String>> find() {
        Map<String, Integer> index = new HashMap<>();
        Map<String, Integer> low = new HashMap<>();
        LinkedHashSet<String> open = new LinkedHashSet<>();
        List<Set<String>> found = new ArrayList<>();
        for (String root : new TreeSet<>(edges.keySet())) {
            if (!index.containsKey(root)) {
                visit(root, index, low, open, found);
            }
        }
        return found;
    }

    private void visit(
            String root,
            Map<String, Integer> index,
            Map<String, Integer> low,
            LinkedHashSet<String> open,
            List<Set<String>> found) {
        record Frame(String node, Iterator<String> targets) {}
        List<Frame> stack = new ArrayList<>();
        Function<String, Frame> enter = node -> {
            index.put(node, index.size());
            low.put(node, index.getOrDefault(node, 0));
            open.add(node);
            return new Frame(node, edges.getOrDefault(node, Set.of()).iterator());
        };
        stack.add(enter.apply(root));
        while (!stack.isEmpty()) {
            Frame frame = stack.getLast();
            if (frame.targets.hasNext()) {
                String target = frame.targets.next();
                if (!index.containsKey(target)) {
                    stack.add(enter.apply(target));
                } else if (open.contains(target)) {
                    low.merge(frame.node, index.getOrDefault(target, 0), Math::min);
                }
                continue;
            }
            stack.removeLast();
            int lowest = low.getOrDefault(frame.node, 0);
            if (!stack.isEmpty()) {
                low.merge(stack.getLast().node, lowest, Math::min);
            }
            if (lowest == index.getOrDefault(frame.node, 0)) {
                close(frame.node, open, found);
            }
        }
    }

    private void close(String node, LinkedHashSet<String> open, List<Set<String>> found) {
        Set<String> component = new TreeSet<>();
        String last;
        do {
            last = open.removeLast();
            component.add(last);
        } while (!last.equals(node));
        if (component.size() > 1 || edges.getOrDefault(node, Set.of()).contains(node)) {
            found.add(component);
        }
    }
}
