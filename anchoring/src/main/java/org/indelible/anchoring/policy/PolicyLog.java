package org.indelible.anchoring.policy;

import java.util.Optional;
import org.indelible.anchoring.note.VerifierKey;

/**
 * A log whose checkpoints are accepted (C2SP tlog-policy, "Defining a log").
 *
 * @param key its name is the log's origin
 * @param url where the log is, as written
 */
public record PolicyLog(VerifierKey key, Optional<String> url) {}
