package org.indelible.shared;

/** How a person proved to be the account's holder. */
public enum AuthenticationMethod {
    PASSWORD,
    PASSWORD_AND_ONE_TIME_CODE,
    PASSKEY
}
