package org.indelible.portal;

/** Whether the demo trial, and with it the accounts named after roles, is here. */
@FunctionalInterface
public interface DemoAccounts {
    boolean offered();
}
