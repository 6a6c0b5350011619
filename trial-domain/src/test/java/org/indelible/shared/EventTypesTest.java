package org.indelible.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.indelible.account.AccountEvent;
import org.indelible.account.SystemEvent;
import org.indelible.casebook.CasebookEvent;
import org.indelible.eventstore.EventTypeRegistry;
import org.indelible.site.SiteEvent;
import org.indelible.trial.TrialEvent;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    @Test
    void everyEventOfTheDomainKeepsTheEventContract() {
        EventTypeRegistry registry = EventTypeRegistry.ofSealed(
                TrialEvent.class, SiteEvent.class, CasebookEvent.class, AccountEvent.class, SystemEvent.class);

        assertThat(registry.types()).hasSizeGreaterThan(70);
    }
}
