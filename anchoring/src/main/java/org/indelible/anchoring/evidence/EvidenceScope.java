package org.indelible.anchoring.evidence;

import java.util.Optional;

/** Whose records a bundle is about. */
public sealed interface EvidenceScope {
    /** Stable name, as the manifest has it. */
    String kind();

    default Optional<String> site() {
        return Optional.empty();
    }

    default Optional<String> participant() {
        return Optional.empty();
    }

    default Optional<String> form() {
        return Optional.empty();
    }

    record Trial() implements EvidenceScope {
        @Override
        public String kind() {
            return "trial";
        }
    }

    record Site(String key) implements EvidenceScope {
        @Override
        public String kind() {
            return "site";
        }

        @Override
        public Optional<String> site() {
            return Optional.of(key);
        }
    }

    record Participant(String key) implements EvidenceScope {
        @Override
        public String kind() {
            return "participant";
        }

        @Override
        public Optional<String> participant() {
            return Optional.of(key);
        }
    }

    /** @param oid ODM FormDef OID; every occurrence of the form counts */
    record Form(String key, String oid) implements EvidenceScope {
        @Override
        public String kind() {
            return "form";
        }

        @Override
        public Optional<String> participant() {
            return Optional.of(key);
        }

        @Override
        public Optional<String> form() {
            return Optional.of(oid);
        }
    }
}
