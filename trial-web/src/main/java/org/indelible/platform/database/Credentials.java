package org.indelible.platform.database;

/** A database role and its password. Printing it does not show the password. */
record Credentials(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
