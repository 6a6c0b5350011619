package org.indelible.protocols.itemlist;

/**
 * What is the matter with a cell, where, and what to do about it.
 *
 * @param row from 1, as the spreadsheet counts; 0 where the file as a whole is meant
 * @param column name of the column as the file heads it, or its letter; empty where a whole row is meant
 * @param code stable, kebab-case
 */
public record CellFinding(int row, String column, String code, String message, String cure) {
    static CellFinding ofFile(String code, String message, String cure) {
        return new CellFinding(0, "", code, message, cure);
    }
}
