package org.indelible.portal.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The lists of one page: what their address asks for, and where it says nothing, what the person last asked for there in this session.
 *
 * @param path of the page
 * @param parameters of its address, its point in time among them
 * @param memory of the session: by path and list
 */
public record Tables(String path, Map<String, String> parameters, Map<String, Map<String, String>> memory) {
    static final String EXPORT = "export";
    static final String SORT = "sort";
    static final String FILTER = "q";
    static final String PAGE = "page";

    /** A list whose rows are all at hand. Several lists of a page keep apart by their id. */
    public <R> ListTable<R> of(String id, List<Column<R>> columns, List<R> rows) {
        Map<String, String> asked = asked(id, List.of(id + '.' + SORT, id + '.' + FILTER, id + '.' + PAGE));
        return ListTable.of(id, columns, rows, asked, this);
    }

    /** The values of these parameters; every name has one, if empty. */
    public Map<String, String> asked(String id, List<String> names) {
        String place = path + '#' + id;
        boolean told = names.stream().anyMatch(parameters::containsKey);
        Map<String, String> source = told ? parameters : memory.getOrDefault(place, Map.of());
        Map<String, String> values = new LinkedHashMap<>();
        names.forEach(name -> values.put(name, source.getOrDefault(name, "")));
        if (told) {
            memory.put(place, Map.copyOf(values));
        }
        return values;
    }

    /** The page's address with these parameters besides its own; an empty one is left in, to say that it is not wanted. */
    public String link(Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.remove(EXPORT);
        all.putAll(changes);
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        all.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(new HashMap<>(all)).toUriString();
    }
}
