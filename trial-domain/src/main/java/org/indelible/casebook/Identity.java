package org.indelible.casebook;

import java.util.Optional;

/** What identifies a participant. Every field may stay empty; what is here is readable by the site and the participant only (R68). */
public record Identity(
        Optional<String> initials, Optional<String> fullName, Optional<String> birthDate, Optional<String> contact) {}
