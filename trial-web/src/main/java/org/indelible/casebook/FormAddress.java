package org.indelible.casebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.springframework.web.util.UriComponentsBuilder;

/** A form of a casebook as page addresses name it; a key that is not there is empty. OIDs hold any character, so they are parameters. */
record FormAddress(String event, String eventKey, String form, String formKey) {
    FormAddress {
        eventKey = eventKey == null ? "" : eventKey;
        formKey = formKey == null ? "" : formKey;
    }

    FormRef ref() {
        return new FormRef(event, new RepeatKey(eventKey), form, new RepeatKey(formKey));
    }

    FormPoint point() {
        return new FormPoint(event, present(eventKey), form, present(formKey));
    }

    DataPoint dataPoint(String group, String groupKey, String item) {
        return new DataPoint(event, present(eventKey), form, present(formKey), group, present(groupKey), item);
    }

    static FormAddress of(FormPoint point) {
        return new FormAddress(
                point.event(),
                point.eventKey().orElse(""),
                point.form(),
                point.formKey().orElse(""));
    }

    /** A page of this form below a path. */
    public String at(String path) {
        return at(path, Map.of());
    }

    public String at(String path, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("event", event);
        if (!eventKey.isEmpty()) {
            all.put("eventKey", eventKey);
        }
        all.put("form", form);
        if (!formKey.isEmpty()) {
            all.put("formKey", formKey);
        }
        all.putAll(more);
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(path);
        all.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(all).toUriString();
    }

    static Optional<String> present(String key) {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }
}
