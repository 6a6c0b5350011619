package org.indelible.casebook;

/**
 * What a check asked while a form was typed.
 *
 * @param check of the study build, as findings name it
 * @param answer what stood there when it asked
 */
public record Prompt(ItemRef item, String check, ItemContent.Value answer) {}
