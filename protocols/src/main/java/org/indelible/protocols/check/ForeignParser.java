package org.indelible.protocols.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.jspecify.annotations.Nullable;

/**
 * Reads the expressions REDCap and OpenEDC share: items, constants, comparisons, and/or/not, arithmetic, round. Items are
 * {@code [name]}, {@code [name(code)]} for a box of a checkbox and {@code [event][name]} in REDCap, bare names or OIDs in OpenEDC.
 * Anything else is refused as a whole.
 */
final class ForeignParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\[[^\\]\\[]*\\](?:\\s*\\[[^\\]\\[]*\\])?)|(\\d+(?:\\.\\d+)?)|\"([^\"]*)\"|'([^']*)'"
                    + "|(<>|!=|<=|>=|==|&&|\\|\\||[=<>+*/^(),!-])|([\\p{L}_][\\p{L}\\p{N}_.-]*))");
    private static final int MAX_TOKENS = 2_000;
    private static final int MAX_DEPTH = 60;
    private static final Set<String> WORDS = Set.of("and", "or", "not", "round");

    /**
     * @param type of the item it is; null for anything computed
     * @param literal the constant it is; null for anything else
     */
    record Term(
            String cel,
            boolean yesOrNo,
            @Nullable DataType type,
            @Nullable String literal) {}

    private static final class NotTranslatable extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final StudyBuild build;
    private final VariableNames names;
    private final List<String> tokens;
    private int next;
    private int depth;

    private ForeignParser(StudyBuild build, VariableNames names, List<String> tokens) {
        this.build = build;
        this.names = names;
        this.tokens = tokens;
    }

    static Optional<Term> parse(String text, StudyBuild build, VariableNames names) {
        try {
            ForeignParser parser = new ForeignParser(build, names, tokens(text));
            Term term = parser.or();
            return parser.next == parser.tokens.size() ? Optional.of(term) : Optional.empty();
        } catch (NotTranslatable beyondThisGrammar) {
            return Optional.empty();
        }
    }

    /** Constants keep a quote in front, so that they are not taken for names. */
    private static List<String> tokens(String text) throws NotTranslatable {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text.strip());
        int at = 0;
        while (at < text.strip().length()) {
            token.region(at, text.strip().length());
            if (!token.lookingAt() || tokens.size() > MAX_TOKENS) {
                throw new NotTranslatable();
            }
            String constant = token.group(3) != null ? token.group(3) : token.group(4);
            tokens.add(constant != null ? "\"" + constant : token.group().strip());
            at = token.end();
        }
        return tokens;
    }

    private Term or() throws NotTranslatable {
        Term left = and();
        while (accept("or", "||")) {
            left = junction(left, "||", and());
        }
        return left;
    }

    private Term and() throws NotTranslatable {
        Term left = comparison();
        while (accept("and", "&&")) {
            left = junction(left, "&&", comparison());
        }
        return left;
    }

    private static Term junction(Term left, String operator, Term right) throws NotTranslatable {
        demand(left.yesOrNo && right.yesOrNo);
        return new Term("(" + left.cel + " " + operator + " " + right.cel + ")", true, null, null);
    }

    private Term comparison() throws NotTranslatable {
        if (accept("not", "not")) {
            demand(++depth < MAX_DEPTH);
            Term inner = comparison();
            depth--;
            return negated(inner);
        }
        Term left = sum();
        String operator = peek();
        String cel = switch (operator) {
            case "=", "==" -> "==";
            case "<>", "!=" -> "!=";
            case "<", ">", "<=", ">=" -> operator;
            default -> "";
        };
        if (cel.isEmpty()) {
            return left;
        }
        next++;
        return compare(left, cel, sum());
    }

    private static Term compare(Term left, String operator, Term right) throws NotTranslatable {
        Optional<String> cel = Optional.empty();
        if (left.type != null && right.literal != null) {
            cel = Literals.compare(left.cel, left.type, operator, right.literal);
        } else if (right.type != null && left.literal != null) {
            cel = Literals.compare(right.cel, right.type, mirrored(operator), left.literal);
        } else if (left.type != null && right.type != null) {
            boolean alike = left.type == right.type && (left.type.numeric() || left.type.temporal())
                    || left.type.textual()
                            && right.type.textual()
                            && operator.endsWith("=")
                            && operator.length() == 2
                            && !operator.startsWith("<")
                            && !operator.startsWith(">");
            cel = alike ? Optional.of(left.cel + " " + operator + " " + right.cel) : Optional.empty();
        } else if (!left.yesOrNo && !right.yesOrNo) {
            cel = Optional.of(real(left) + " " + operator + " " + real(right));
        }
        return new Term(cel.orElseThrow(NotTranslatable::new), true, null, null);
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case ">" -> "<";
            case "<=" -> ">=";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private Term sum() throws NotTranslatable {
        Term left = product();
        while (peek().equals("+") || peek().equals("-")) {
            String operator = tokens.get(next++);
            left = number("(" + real(left) + " " + operator + " " + real(product()) + ")");
        }
        return left;
    }

    private Term product() throws NotTranslatable {
        Term left = power();
        while (peek().equals("*") || peek().equals("/")) {
            String operator = tokens.get(next++);
            left = number("(" + real(left) + " " + operator + " " + real(power()) + ")");
        }
        return left;
    }

    private Term power() throws NotTranslatable {
        Term base = unary();
        return accept("^", "^") ? number("pow(" + real(base) + ", " + real(unary()) + ")") : base;
    }

    private Term unary() throws NotTranslatable {
        demand(++depth < MAX_DEPTH);
        Term term;
        if (accept("!", "!")) {
            term = negated(unary());
        } else if (accept("-", "-")) {
            Term inner = unary();
            String literal = inner.literal == null ? null : "-" + inner.literal;
            term = literal == null ? number("-" + real(inner)) : new Term(literal, false, null, literal);
        } else if (accept("round", "round")) {
            term = round();
        } else if (accept("(", "(")) {
            term = or();
            demand(accept(")", ")"));
            term = new Term("(" + term.cel + ")", term.yesOrNo, term.type, term.literal);
        } else {
            term = operand();
        }
        depth--;
        return term;
    }

    private static Term negated(Term inner) throws NotTranslatable {
        demand(inner.yesOrNo);
        return new Term("!(" + inner.cel + ")", true, null, null);
    }

    private Term round() throws NotTranslatable {
        demand(accept("(", "("));
        Term value = sum();
        String digits = "0";
        if (accept(",", ",")) {
            digits = peek();
            next++;
        }
        demand(digits.matches("\\d{1,2}") && accept(")", ")"));
        return number("round(" + real(value) + ", " + digits + ")");
    }

    private Term operand() throws NotTranslatable {
        String token = peek();
        next++;
        if (token.startsWith("\"")) {
            return new Term(token, false, null, token.substring(1));
        }
        if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
            return new Term(token, false, null, token);
        }
        demand(!token.isEmpty() && !WORDS.contains(token.toLowerCase(Locale.ROOT)));
        return token.startsWith("[") ? bracketed(token) : item(token, Optional.empty());
    }

    private Term bracketed(String token) throws NotTranslatable {
        String[] parts = token.substring(1, token.length() - 1).split("\\]\\s*\\[", -1);
        String name = parts[parts.length - 1].strip();
        Matcher box = Pattern.compile("(\\w+)\\((\\w+)\\)").matcher(name);
        Optional<String> event = parts.length == 2 ? Optional.of(event(parts[0].strip())) : Optional.empty();
        return item(box.matches() ? box.group(1) + "___" + box.group(2).toLowerCase(Locale.ROOT) : name, event);
    }

    private String event(String unique) throws NotTranslatable {
        return build.studyEvents().stream()
                .filter(event -> event.oid().equals(unique)
                        || event.oid().equals("Event." + unique)
                        || event.name().equals(unique))
                .map(event -> event.oid())
                .findFirst()
                .orElseThrow(NotTranslatable::new);
    }

    private Term item(String name, Optional<String> event) throws NotTranslatable {
        ItemDef item = names.item(name).or(() -> build.item(name)).orElseThrow(NotTranslatable::new);
        String variable = names.ofItem(item.oid()).orElseThrow(NotTranslatable::new);
        String cel = event.map(e -> "at(" + Literals.quoted(e) + ", " + variable + ")")
                .orElse(variable);
        return new Term(cel, false, item.dataType(), null);
    }

    private static Term number(String cel) {
        return new Term(cel, false, null, null);
    }

    private static String real(Term term) throws NotTranslatable {
        if (term.literal != null) {
            return Literals.number(term.literal).map(Literals::real).orElseThrow(NotTranslatable::new);
        }
        demand(!term.yesOrNo && (term.type == null || term.type.numeric()));
        return term.type == DataType.INTEGER ? "double(" + term.cel + ")" : term.cel;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private boolean accept(String one, String other) {
        boolean found = peek().equalsIgnoreCase(one) || peek().equals(other);
        if (found) {
            next++;
        }
        return found;
    }

    private static void demand(boolean condition) throws NotTranslatable {
        if (!condition) {
            throw new NotTranslatable();
        }
    }
}
