package org.indelible.auditreview;

import org.indelible.shared.DomainRefusal;

/** What people write about reviews: never blank, never endless. */
final class AuditReviewTexts {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST = 4000;

    private AuditReviewTexts() {}

    static String title(String typed) {
        return bounded(
                present(typed, "title-required", "The plan has no title.", "Give it a title, for lists."),
                LONGEST_TITLE,
                "title-too-long",
                "The title");
    }

    static String basis(String typed) {
        return text(typed, "basis-required", "The plan does not say why.", "Name the risks from which it follows.");
    }

    static String text(String typed) {
        return text(typed, "text-required", "The text is missing.", "Say in a few words what was found or done.");
    }

    static String conclusion(String typed) {
        return text(typed, "conclusion-required", "The review has no conclusion.", "Say what it came to, then sign.");
    }

    private static String text(String typed, String code, String message, String cure) {
        return bounded(present(typed, code, message, cure), LONGEST, "text-too-long", "The text");
    }

    private static String present(String typed, String code, String message, String cure) {
        if (typed.isBlank()) {
            throw new DomainRefusal(code, message, cure);
        }
        return typed.strip();
    }

    private static String bounded(String text, int longest, String code, String what) {
        if (text.length() > longest) {
            throw new DomainRefusal(code, what + " holds at most " + longest + " characters.", "Shorten it.");
        }
        return text;
    }
}
