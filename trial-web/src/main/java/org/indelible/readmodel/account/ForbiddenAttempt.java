package org.indelible.readmodel.account;

import java.time.Instant;
import java.util.Optional;

/** @param what route or command that was refused, with its code */
public record ForbiddenAttempt(
        String account, String role, Optional<String> trial, String what, Instant at, long entry) {}
