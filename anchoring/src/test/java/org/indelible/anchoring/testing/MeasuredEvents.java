package org.indelible.anchoring.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.indelible.anchoring.ledger.AppendRequest;
import org.indelible.anchoring.ledger.NewEntry;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The measured event: 1 KB, five disclosures, of ten one encrypted, each in a stream of its own, sealed for real. */
public final class MeasuredEvents {
    public static final String LEDGER = "measured";
    private static final int DISCLOSURES = 5;

    private final TestLedger ledger;

    public MeasuredEvents(TestLedger ledger) {
        this.ledger = ledger;
    }

    public NewEntry entry(String stream, int ordinal) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < DISCLOSURES; i++) {
            boolean encrypted = ordinal % 2 == 0 && i == 0;
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            item.put("oid", "IG.VITAL_SIGNS.SUPINE.IT.SYSTOLIC_BLOOD_PRESSURE." + i);
            item.set("value", TestLedger.disclosable(encrypted ? "F" : "V", "value " + i + " " + "x".repeat(112)));
            item.put("unit", "mmHg");
            data.set("item" + i, item);
        }
        return ledger.entry(LEDGER, stream, 0, Optional.empty(), data);
    }

    /** Appends so many in bulk, sealed over all cores. */
    public void fill(String prefix, int from, int count) {
        int batch = 500;
        for (int next = from; next < from + count; next += batch) {
            int first = next;
            List<NewEntry> entries = new ArrayList<>(IntStream.range(first, Math.min(first + batch, from + count))
                    .parallel()
                    .mapToObj(i -> entry(prefix + i, i))
                    .toList());
            ledger.store().append(new AppendRequest(entries));
        }
    }
}
