package org.indelible.account;

/** @param registered whether the system is known */
record SystemState(boolean registered) {
    static final SystemState NONE = new SystemState(false);

    SystemState evolve(SystemEvent event) {
        return switch (event) {
            case SystemEvent.SystemRegistered known -> new SystemState(true);
            case SystemEvent.CertificateIssued issued -> this;
            case SystemEvent.ClockChanged changed -> this;
            case SystemEvent.ErasuresReapplied reapplied -> this;
            case SystemEvent.TrialCheckpointSigned signed -> this;
        };
    }
}
