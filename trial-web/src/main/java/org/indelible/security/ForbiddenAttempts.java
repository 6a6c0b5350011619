package org.indelible.security;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Somebody asked for what their role may not have (21 CFR 11.10(d), R21): told to the log and to whoever records it. */
@Component
public class ForbiddenAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(ForbiddenAttempts.class);

    /** Records an attempt as an event. */
    @FunctionalInterface
    public interface Recorder {
        /**
         * @param act method and route pattern, or the code of the act
         * @param refusal stable code of the refusal
         * @param path {@code page}, {@code api} or {@code import}
         */
        void record(SignedInPerson person, String act, String refusal, String path);
    }

    private final List<Recorder> recorders;

    ForbiddenAttempts(List<Recorder> recorders) {
        this.recorders = recorders;
    }

    public void happened(SignedInPerson person, String act, String refusal, String path) {
        LOG.warn("Forbidden: {} as {} tried {} by {} ({})", person.username(), person.role(), act, path, refusal);
        for (Recorder recorder : recorders) {
            try {
                recorder.record(person, act, refusal, path);
            } catch (RuntimeException failure) {
                // The refusal stands, recorded or not; the log above has it.
                LOG.error("The attempt could not be recorded", failure);
            }
        }
    }
}
