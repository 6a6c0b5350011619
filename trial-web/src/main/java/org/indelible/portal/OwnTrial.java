package org.indelible.portal;

import java.util.List;

/**
 * A trial as its participant sees it.
 *
 * @param key the code under which they take part
 * @param status as recorded, for words
 * @param since the day of it, in words
 * @param consent each consent given or taken back, newest first, in sentences
 * @param casebook address of all that was collected
 * @param withdraw address where consent is taken back; empty where it was
 */
record OwnTrial(
        String name,
        String kind,
        String key,
        String status,
        String since,
        List<String> consent,
        List<Visit> visits,
        String casebook,
        String withdraw) {
    /** @param values how many values were recorded */
    record Visit(String name, String date, long values) {}
}
