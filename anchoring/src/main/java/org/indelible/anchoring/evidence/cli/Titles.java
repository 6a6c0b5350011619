package org.indelible.anchoring.evidence.cli;

import org.indelible.anchoring.verify.Check;

/** What was checked, in words for somebody who inspects trials and not logs. */
final class Titles {
    private Titles() {}

    static String of(Check check) {
        return switch (check) {
            case CONTAINER -> "The file is whole";
            case MANIFEST -> "The bundle is as the installation put it together";
            case LOG_KEY -> "The log is the one you trust";
            case FORMAT -> "Each record is well-formed";
            case SEAL -> "Each record bears the seal of its author";
            case CERTIFICATE -> "Each author was certified at the time";
            case CERTIFICATION -> "Each seal goes back to a recorded sign-in";
            case ATTRIBUTION -> "By whose word records and signatures are a person's";
            case LEDGER -> "Each record was made for this ledger";
            case DISCLOSURE -> "What is shown is what was sealed";
            case STREAM -> "No record is missing in a row of records";
            case TREE -> "Each record is at its place, none added or dropped";
            case TIME -> "No record is dated back";
            case CHECKPOINT -> "The history is the one that was signed";
            case PLATFORM_INCLUSION -> "The trial's history is anchored in the platform's";
            case OLDER_CHECKPOINT -> "The history was not rewritten since you last looked";
            case WITNESSES -> "Independent witnesses have seen the history";
            case TIME_STAMP -> "Time-stamp authorities have seen the history";
            case COMPLETENESS -> "Nothing is left out";
            case BLOB -> "The study builds are those the records were made under";
            case LEAF_HASH -> "Stored hashes are right";
            case COLUMNS -> "Stored columns are right";
            case POSITION -> "Positions are in order";
            case TILE -> "Tiles are right";
            case HIGH_WATER -> "Nothing signed was lost";
            case ADDED -> "Further checks";
        };
    }
}
