package org.indelible.protocols.check;

/** What a method gives for an item of one group instance, in the item's lexical form. */
public record DerivedValue(String itemOid, String groupOid, String groupKey, String text) {}
