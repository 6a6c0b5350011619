package org.indelible.platform;

/** The application does not start; says what is wrong and what to do about it. */
public final class StartRefused extends RuntimeException {
    private final String cure;

    public StartRefused(String what, String cure) {
        super(what);
        this.cure = cure;
    }

    public StartRefused(String what, String cure, Throwable cause) {
        super(what, cause);
        this.cure = cure;
    }

    public String cure() {
        return cure;
    }
}
