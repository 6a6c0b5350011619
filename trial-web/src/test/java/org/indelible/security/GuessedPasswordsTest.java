package org.indelible.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.indelible.anchoring.testing.Requirement;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker tries first is no password (21 CFR 11.300). */
@Requirement("R26")
class GuessedPasswordsTest {
    private static final AccountId ACCOUNT = new AccountId("coordinator.graz");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "123456789012",
                "aaaaaaaaaaaaaaaaaaaa",
                "letmeinletmein",
                "Password123!",
                "coordinator.graz",
                "Coordinator.graz1"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThatThrownBy(() -> Passwords.requireStrong(ACCOUNT, password))
                .isInstanceOfSatisfying(
                        DomainRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("password-too-weak"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"elevenchars", ""})
    void whatIsShortIsRefused(String password) {
        assertThatThrownBy(() -> Passwords.requireStrong(ACCOUNT, password)).hasMessageContaining("12 characters");
    }

    @Test
    void unrelatedWordsAreNot() {
        Passwords.requireStrong(ACCOUNT, "correct horse battery staple");
        Passwords.requireStrong(ACCOUNT, "tundra pelican oboe");
        Passwords.requireStrong(ACCOUNT, "x".repeat(10) + "tundra pelican oboe".repeat(10));
    }
}
