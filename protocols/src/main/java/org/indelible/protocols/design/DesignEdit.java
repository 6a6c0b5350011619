package org.indelible.protocols.design;

import java.util.List;
import java.util.Optional;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.RangeCheck;

/** One change of a definition in the making. Texts are in the language they are edited in; other languages stay as they are. */
public sealed interface DesignEdit {
    /** What is shown of the edit in the list of steps: the name of what it is about. */
    String about();

    /** How the study and its version are called. */
    record NameVersion(String studyName, String versionOid, String versionName) implements DesignEdit {
        @Override
        public String about() {
            return versionName;
        }
    }

    record AddEvent(EventFields event) implements DesignEdit {
        @Override
        public String about() {
            return event.name();
        }
    }

    record ChangeEvent(String oid, EventFields event) implements DesignEdit {
        @Override
        public String about() {
            return event.name();
        }
    }

    /** @param formOids the forms collected at it, in any order; those it has stay in theirs */
    record EventFields(String name, String description, EventType type, boolean repeating, List<String> formOids) {
        public EventFields {
            formOids = List.copyOf(formOids);
        }
    }

    /** @param eventOids where it is collected */
    record AddForm(FormFields form, List<String> eventOids) implements DesignEdit {
        public AddForm {
            eventOids = List.copyOf(eventOids);
        }

        @Override
        public String about() {
            return form.name();
        }
    }

    record ChangeForm(String oid, FormFields form) implements DesignEdit {
        @Override
        public String about() {
            return form.name();
        }
    }

    record FormFields(String name, String description, boolean repeating) {}

    record AddGroup(String formOid, GroupFields group) implements DesignEdit {
        @Override
        public String about() {
            return group.name();
        }
    }

    record ChangeGroup(String formOid, String oid, GroupFields group) implements DesignEdit {
        @Override
        public String about() {
            return group.name();
        }
    }

    /** @param mandatory on the form it is edited on */
    record GroupFields(String name, String description, boolean repeating, boolean mandatory) {}

    record AddItem(String groupOid, ItemFields item) implements DesignEdit {
        @Override
        public String about() {
            return item.question();
        }
    }

    record ChangeItem(String groupOid, String oid, ItemFields item) implements DesignEdit {
        @Override
        public String about() {
            return item.question();
        }
    }

    /**
     * @param name what expressions call it; blank: made of the question
     * @param mandatory in the group it is edited in
     * @param units symbols
     * @param leftOutWhen CEL: where it is true the item is not asked for; blank: always asked for
     */
    record ItemFields(
            String question,
            String name,
            String help,
            DataType type,
            Optional<Integer> length,
            Optional<Integer> significantDigits,
            boolean mandatory,
            List<String> units,
            Optional<String> codeListOid,
            Flags flags,
            String leftOutWhen) {
        public ItemFields {
            units = List.copyOf(units);
        }
    }

    record Flags(boolean identifying, boolean blinding, boolean critical) {
        public static final Flags NONE = new Flags(false, false, false);
    }

    record AddCodeList(String name, DataType type, List<CodeListEntry> entries) implements DesignEdit {
        public AddCodeList {
            entries = List.copyOf(entries);
        }

        @Override
        public String about() {
            return name;
        }
    }

    /** @param entries in their order; what an entry had besides its label it keeps */
    record ChangeCodeList(String oid, String name, DataType type, List<CodeListEntry> entries) implements DesignEdit {
        public ChangeCodeList {
            entries = List.copyOf(entries);
        }

        @Override
        public String about() {
            return name;
        }
    }

    /** @param at which of the item's checks it replaces; empty: one more */
    record PutCheck(String itemOid, Optional<Integer> at, RangeCheck check) implements DesignEdit {
        @Override
        public String about() {
            return itemOid;
        }
    }

    record RemoveCheck(String itemOid, int at) implements DesignEdit {
        @Override
        public String about() {
            return itemOid;
        }
    }

    /** Takes a definition out, and with it whatever only it referred to. */
    record Remove(Kind kind, String container, String oid) implements DesignEdit {
        @Override
        public String about() {
            return oid;
        }
    }

    /** One place earlier or later among its neighbours. */
    record Move(Kind kind, String container, String oid, boolean earlier) implements DesignEdit {
        @Override
        public String about() {
            return oid;
        }
    }

    /** Everything an item list says, or nothing of it. */
    record AddListedItems(List<ListedItem> items) implements DesignEdit {
        public AddListedItems {
            items = List.copyOf(items);
        }

        @Override
        public String about() {
            return Integer.toString(items.size());
        }
    }

    /** What can be taken out or moved, and in what it stands. */
    enum Kind {
        /** In the protocol. */
        EVENT,
        /** In an event, or with no container as a definition. */
        FORM,
        /** In a form. */
        GROUP,
        /** In a group. */
        ITEM,
        /** In no container. */
        CODE_LIST
    }
}
