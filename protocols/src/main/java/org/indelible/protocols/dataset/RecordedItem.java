package org.indelible.protocols.dataset;

/**
 * That there are data of an item.
 *
 * @param units whether a unit was recorded with one of its values
 */
public record RecordedItem(String itemGroup, String item, boolean units) {}
