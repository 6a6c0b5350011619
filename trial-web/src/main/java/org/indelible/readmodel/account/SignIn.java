package org.indelible.readmodel.account;

import java.time.Instant;

/** @param outcome {@code succeeded}, {@code failed} or {@code locked-out} */
public record SignIn(String account, String outcome, Instant at, long entry) {}
