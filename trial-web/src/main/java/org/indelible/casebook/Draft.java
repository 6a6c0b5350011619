package org.indelible.casebook;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What its author typed into a form and has not saved.
 *
 * @param save the fields that differ from what is recorded
 * @param asked what checks asked meanwhile, with the answer that then stood there (R10)
 * @param typedAt when it was kept last
 */
record Draft(FormSave save, List<Asked> asked, Instant typedAt) {
    /** So many questions of checks are remembered. */
    private static final int MOST_ASKED = 100;

    /** @param text what stood there when the check asked */
    record Asked(String group, String groupKey, String item, String check, String text, String unit) {
        Prompt prompt() {
            return new Prompt(
                    new ItemRef(group, new RepeatKey(groupKey), item),
                    check,
                    new ItemContent.Value(text, FormAddress.present(unit)));
        }
    }

    List<Prompt> prompts() {
        return asked.stream().map(Asked::prompt).toList();
    }

    /** The same with what is typed now, and with what checks now ask. */
    Draft with(FormSave typed, List<Asked> asking, Instant at) {
        Set<Asked> all = new LinkedHashSet<>(asked);
        all.addAll(asking);
        return new Draft(typed, all.stream().limit(MOST_ASKED).toList(), at);
    }
}
