package org.indelible.shared;

/** Keys of the metadata that every command carries, and that its events take over into the claims of their entries. */
public final class CommandMetadata {
    /** Account id of the actor. */
    public static final String ACTOR = "actor";

    public static final String ORGANISATION = "organisation";
    /** Name of the {@code Role} in force. */
    public static final String ROLE = "role";

    public static final String SIGN_IN = "signIn";
    /** {@link Source} as JSON. */
    public static final String SOURCE = "source";
    /** Time entered at source with its zone, ISO 8601 (claim {@code ent}). */
    public static final String ENTERED_AT = "enteredAt";

    public static final String COMMAND_ID = "commandId";
    /** Set by aggregates on their events: key of the participant's site at that moment (claim {@code site}). */
    public static final String SITE = "site";
    /** Set by aggregates on their events: the study build the event was made under (claim {@code def}). */
    public static final String STUDY_BUILD = "studyBuild";

    private CommandMetadata() {}
}
