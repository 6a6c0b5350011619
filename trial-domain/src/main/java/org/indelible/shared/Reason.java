package org.indelible.shared;

/** Why something already on record is changed, cleared or inactivated, in the words of who does it (ICH E6(R3) 4.2.2; R45). Never blank. */
public record Reason(ReasonCategory category, String text) {
    private static final int LONGEST = 4000;

    public Reason {
        if (text.isBlank()) {
            throw new DomainRefusal("reason-required", "A reason is needed.", "Say in a few words why this changes.");
        }
        if (text.length() > LONGEST) {
            throw new DomainRefusal(
                    "text-too-long", "A reason holds at most " + LONGEST + " characters.", "Shorten it.");
        }
    }

    /** A reason in free text alone. */
    public static Reason of(String text) {
        return new Reason(ReasonCategory.OTHER, text);
    }
}
