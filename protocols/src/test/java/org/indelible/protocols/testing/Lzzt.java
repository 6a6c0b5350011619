package org.indelible.protocols.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.indelible.protocols.check.FormContent;
import org.indelible.protocols.check.GroupContent;
import org.indelible.protocols.check.ItemValue;
import org.indelible.protocols.clinicaldata.FormData;
import org.indelible.protocols.clinicaldata.ItemData;
import org.indelible.protocols.clinicaldata.ItemGroupData;
import org.indelible.protocols.clinicaldata.StudyEventData;
import org.indelible.protocols.odm.OdmMetadata;
import org.indelible.protocols.odm.OdmMetadataReader;

/** The real trial among the fixtures, turned into what the checks take. */
public final class Lzzt {
    private Lzzt() {}

    public static OdmMetadata metadata(String file) {
        try (InputStream in = Files.newInputStream(Fixtures.path("lzzt/" + file))) {
            return OdmMetadataReader.read(in, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static FormContent content(StudyEventData event, FormData form) {
        List<GroupContent> groups = form.itemGroups().stream().map(Lzzt::group).toList();
        return new FormContent(event.oid(), form.oid(), groups);
    }

    private static GroupContent group(ItemGroupData group) {
        Map<String, ItemValue> items = new LinkedHashMap<>();
        for (ItemData item : group.items()) {
            items.put(item.oid(), new ItemValue(item.value(), item.unitOid()));
        }
        return new GroupContent(group.oid(), group.repeatKey().orElse(""), items);
    }
}
