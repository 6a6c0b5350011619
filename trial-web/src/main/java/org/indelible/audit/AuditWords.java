package org.indelible.audit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.casebook.ShownValue;
import org.indelible.portal.Say;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.readmodel.RecordedValue;
import org.indelible.readmodel.account.AccountQueries;

/** Words in place of accounts and OIDs, for one reading of the audit trail. Names are asked for once each. */
public final class AuditWords {
    private final Optional<StudyBuild> build;
    private final AccountQueries accounts;
    private final Say say;
    private final Map<String, String> names = new HashMap<>();

    AuditWords(Optional<StudyBuild> build, AccountQueries accounts, Say say) {
        this.build = build;
        this.accounts = accounts;
        this.say = say;
    }

    public void learn(Set<String> some) {
        Set<String> unknown =
                some.stream().filter(account -> !names.containsKey(account)).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            Map<String, String> told = accounts.names(unknown);
            unknown.forEach(account -> names.put(account, told.getOrDefault(account, account)));
        }
    }

    public String name(String account) {
        if (!names.containsKey(account)) {
            learn(Set.of(account));
        }
        return names.getOrDefault(account, account);
    }

    public String item(String oid) {
        return build.flatMap(known -> known.item(oid))
                .map(item -> item.label(say.language()))
                .orElse(oid);
    }

    public String form(String oid) {
        return build.flatMap(known -> known.form(oid)).map(FormDef::name).orElse(oid);
    }

    public String event(String oid) {
        return build.flatMap(known -> known.event(oid)).map(StudyEventDef::name).orElse(oid);
    }

    ShownValue value(Optional<RecordedValue> value, String item) {
        return value.flatMap(recorded ->
                        build.map(known -> ShownValue.of(recorded, known.item(item), known, say.language())))
                .orElse(ShownValue.NONE);
    }

    /** Items whose labels hold the words. */
    Set<String> items(String words) {
        return build.stream()
                .flatMap(known -> known.items().stream())
                .filter(item -> holds(item.label(say.language()), words))
                .map(ItemDef::oid)
                .collect(Collectors.toSet());
    }

    Set<String> forms(String words) {
        return build.stream()
                .flatMap(known -> known.forms().stream())
                .filter(form -> holds(form.name(), words))
                .map(FormDef::oid)
                .collect(Collectors.toSet());
    }

    /** Event types that are told with the words. */
    Set<String> types(String words) {
        return Stream.of(AuditAct.values())
                .flatMap(act -> act.types().stream())
                .filter(type -> holds(say.word("what", type), words))
                .collect(Collectors.toSet());
    }

    static boolean holds(String text, String words) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
