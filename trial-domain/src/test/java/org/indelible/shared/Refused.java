package org.indelible.shared;

import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** Matches refusals by their code, for axon-test's {@code expectException}. */
public final class Refused extends TypeSafeMatcher<Throwable> {
    private final String code;

    private Refused(String code) {
        this.code = code;
    }

    public static Matcher<Throwable> with(String code) {
        return new Refused(code);
    }

    @Override
    protected boolean matchesSafely(Throwable thrown) {
        return thrown instanceof DomainRefusal refusal && refusal.code().equals(code);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("refusal with code " + code);
    }
}
