package org.indelible.protocols.build;

import java.util.Optional;

/** A dictionary kept elsewhere, MedDRA for example (ODM 1.3.2, 3.1.1.3.7.2 ExternalCodeList). Its values cannot be checked here. */
public record ExternalCodeList(
        Optional<String> dictionary, Optional<String> version, Optional<String> href, Optional<String> ref) {}
