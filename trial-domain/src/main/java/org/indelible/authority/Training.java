package org.indelible.authority;

import java.time.LocalDate;
import org.indelible.shared.AccountId;
import org.indelible.shared.TrainingVersion;

/** That somebody was trained (ICH E6(R3) 4.3.2; R62). */
public record Training(AccountId account, TrainingVersion version, LocalDate on) {}
