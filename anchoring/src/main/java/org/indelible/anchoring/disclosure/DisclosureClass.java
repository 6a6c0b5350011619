package org.indelible.anchoring.disclosure;

/** Why a field can be withheld or erased. The letter is what stands in signed content and never changes. */
public enum DisclosureClass {
    /** Identifies a person: encrypted under a key per participant. */
    IDENTITY("I"),
    /** Text a person typed, which may hold anything: encrypted under a key per disclosure. */
    FREE_TEXT("F"),
    /** The treatment, and whatever would reveal it. */
    ALLOCATION("A"),
    /** Every other item value. */
    VALUE("V");

    private final String letter;

    DisclosureClass(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }

    /** The class of this letter; anything else is refused. */
    public static DisclosureClass ofLetter(String letter) {
        for (DisclosureClass candidate : values()) {
            if (candidate.letter.equals(letter)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("disclosure class is one of I, F, A, V, not " + letter);
    }
}
