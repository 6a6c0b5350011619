package org.indelible.portal;

/**
 * What one role can do, on the sign-in page. Words: {@code role.<key>} and {@code role.<key>.can} in messages.properties.
 *
 * @param demoAccount user name in the demo
 */
public record RoleCard(String key, String icon, String demoAccount) {}
