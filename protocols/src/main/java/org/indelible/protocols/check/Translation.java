package org.indelible.protocols.check;

import java.util.Optional;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.StudyBuild;

/**
 * Says in CEL what common expressions of other systems say: REDCap's branching logic and calculations, OpenEDC's expressions, and
 * the XPath of CDISC's examples. What is beyond these is not translated, and then not executed.
 */
public final class Translation {
    /** When an item is shown, as REDCap states it; what is not shown is not collected. */
    public static final String REDCAP_BRANCHING = "REDCap branching logic";

    public static final String REDCAP_CALCULATION = "REDCap calculation";

    private static final String OPEN_EDC = "OpenEDC";
    private static final String XPATH = "XPath";

    private Translation() {}

    /** The expression in CEL; empty where it cannot be said with certainty to mean the same. */
    static Optional<String> toCel(FormalExpression expression, StudyBuild build, VariableNames names) {
        return switch (expression.context()) {
            case REDCAP_BRANCHING ->
                ForeignParser.parse(expression.text(), build, names)
                        .filter(ForeignParser.Term::yesOrNo)
                        .map(shown -> "!(" + shown.cel() + ")");
            case REDCAP_CALCULATION ->
                ForeignParser.parse(expression.text(), build, names)
                        .filter(term -> !term.yesOrNo())
                        .map(ForeignParser.Term::cel);
            case OPEN_EDC ->
                ForeignParser.parse(expression.text(), build, names).map(ForeignParser.Term::cel);
            case XPATH -> XPathFragment.toCel(expression.text(), build, names);
            default -> Optional.empty();
        };
    }
}
