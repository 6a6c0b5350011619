package org.indelible.anchoring.policy;

import java.util.List;
import java.util.Set;

/** Whether the witnesses that have cosigned are enough (C2SP tlog-policy, "Defining the quorum"). */
public sealed interface Quorum {
    boolean metBy(Set<PolicyWitness> cosigned);

    /** In words: what is needed. */
    String words();

    /** No cosignature is needed. */
    record None() implements Quorum {
        @Override
        public boolean metBy(Set<PolicyWitness> cosigned) {
            return true;
        }

        @Override
        public String words() {
            return "no witness";
        }
    }

    /** This witness is needed. */
    record One(PolicyWitness witness) implements Quorum {
        @Override
        public boolean metBy(Set<PolicyWitness> cosigned) {
            return cosigned.contains(witness);
        }

        @Override
        public String words() {
            return witness.name();
        }
    }

    /**
     * So many of these are needed.
     *
     * @param threshold 1 to the number of members
     */
    record Group(String name, int threshold, List<Quorum> members) implements Quorum {
        public Group {
            members = List.copyOf(members);
            if (threshold < 1 || threshold > members.size()) {
                throw new IllegalArgumentException(
                        "group " + name + " has " + members.size() + " members, and needs " + threshold);
            }
        }

        @Override
        public boolean metBy(Set<PolicyWitness> cosigned) {
            return members.stream().filter(member -> member.metBy(cosigned)).count() >= threshold;
        }

        @Override
        public String words() {
            String all = String.join(", ", members.stream().map(Quorum::words).toList());
            return threshold + " of (" + all + ")";
        }
    }
}
