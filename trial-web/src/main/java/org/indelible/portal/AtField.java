package org.indelible.portal;

import java.util.Map;
import org.indelible.shared.DomainRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Shows a refusal at the field it is about: {@code refusal} and {@code at}, the id of the control, on the model. */
public final class AtField {
    private static final String MISSING = "-missing";

    private AtField() {}

    /** @param field id of the control that was left empty */
    public static DomainRefusal missing(String field) {
        return new DomainRefusal(field + MISSING, "This is needed.", "Fill it in and try again.");
    }

    /** What was typed, without blanks around it; refused where there is nothing. */
    public static String needed(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw missing(field);
        }
        return value.strip();
    }

    /** @param fields ids of controls by the code of the refusal */
    public static void show(DomainRefusal refusal, Map<String, String> fields, Model model) {
        String code = refusal.code();
        model.addAttribute("refusal", refusal);
        model.addAttribute(
                "at",
                code.endsWith(MISSING) && !fields.containsKey(code)
                        ? code.substring(0, code.length() - MISSING.length())
                        : fields.getOrDefault(code, ""));
    }
}
