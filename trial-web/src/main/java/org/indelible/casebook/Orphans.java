package org.indelible.casebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.casebook.GroupView;
import org.indelible.readmodel.casebook.ItemView;
import org.indelible.readmodel.trial.StudyBuildRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.springframework.stereotype.Component;

/** Values that an amendment has left without a place in their form (R61), under the definitions they were recorded under. */
@Component
class Orphans {
    private final TrialQueries trials;
    private final Say say;

    Orphans(TrialQueries trials, Say say) {
        this.trials = trials;
        this.say = say;
    }

    List<Orphan> of(TrialPage page, String participant, FormAddress address, FormView form) {
        List<Orphan> orphans = new ArrayList<>();
        for (GroupView group : form.groups()) {
            for (ItemView item : group.items()) {
                if (item.orphaned()) {
                    orphans.add(orphan(page, participant, address, group, item));
                }
            }
        }
        return orphans;
    }

    private Orphan orphan(TrialPage page, String participant, FormAddress address, GroupView group, ItemView item) {
        Optional<StudyBuild> earlier = trials.builds(page.asOf()).reversed().stream()
                .map(StudyBuildRow::hash)
                .flatMap(hash -> trials.build(hash).stream())
                .filter(build -> build.item(item.oid()).isPresent())
                .findFirst();
        Optional<ItemDef> definition = earlier.flatMap(build -> build.item(item.oid()));
        String key = group.key().orElse("");
        return new Orphan(
                definition.map(def -> def.label(say.language())).orElse(item.oid()),
                group.oid(),
                key,
                item.oid(),
                earlier.map(build -> ShownValue.of(item.value(), definition, build, say.language()))
                        .orElse(ShownValue.NONE),
                item.inactivated(),
                address.at(
                        page.link("/participants/" + CasebookPaths.segment(participant) + "/history"),
                        Map.of("group", group.oid(), "groupKey", key, "item", item.oid())));
    }
}
