package org.indelible.portal;

/**
 * One entry of the left rail.
 *
 * @param key of its words: {@code rail.<key>} in messages.properties
 * @param path where it leads; the first segment tells whether it is the current one
 * @param icon name of a Bootstrap icon
 * @param hotKey letter after {@code g} that goes there
 */
public record RailLink(String key, String path, String icon, String hotKey) {
    boolean leadsTo(String requested) {
        return requested.equals(path) || !path.equals("/") && requested.startsWith(path + "/");
    }
}
