package org.indelible.protocols.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.indelible.protocols.build.StudyBuild;

/**
 * A path over ODM's own ItemData that asks for one item's value, {@code ../ItemData[@ItemOID='I'][@Value='M']}, as the examples of
 * CDISC write conditions. A path through FormData looks at another form of the same event.
 */
final class XPathFragment {
    private static final Pattern PATH = Pattern.compile(
            "(?:\\.\\./|//)*(FormData\\[@FormOID=['\"][^'\"]+['\"]\\]/)?(?:ItemGroupData\\[@ItemGroupOID=['\"][^'\"]+['\"]\\]/)?"
                    + "ItemData\\[@ItemOID=['\"]([^'\"]+)['\"]\\]\\[@Value\\s*(=|!=|<=|>=|<|>)\\s*(?:['\"]([^'\"]*)['\"]|(-?[0-9.]+))\\]");

    private XPathFragment() {}

    static Optional<String> toCel(String xpath, StudyBuild build, VariableNames names) {
        Matcher path = PATH.matcher(xpath.strip());
        if (!path.matches()) {
            return Optional.empty();
        }
        String literal = path.group(4) != null ? path.group(4) : path.group(5);
        String operator = path.group(3).equals("=") ? "==" : path.group(3);
        return build.item(path.group(2))
                .flatMap(item -> names.ofItem(item.oid()).flatMap(name -> {
                    String variable = path.group(1) == null ? name : "at(EVENT, " + name + ")";
                    return Literals.compare(variable, item.dataType(), operator, literal);
                }));
    }
}
