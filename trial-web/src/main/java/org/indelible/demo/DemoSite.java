package org.indelible.demo;

import java.time.ZoneId;
import org.indelible.shared.SiteId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;

/** The two sites. */
enum DemoSite {
    VIENNA("701", "Vienna General", "AT", "Europe/Vienna", "Ethics Committee of the City of Vienna"),
    PORTO("702", "Hospital do Porto", "PT", "Europe/Lisbon", "Comissão de Ética do Porto");

    private final String key;
    private final String title;
    private final String country;
    private final ZoneId zone;
    private final String committee;

    DemoSite(String key, String title, String country, String zone, String committee) {
        this.key = key;
        this.title = title;
        this.country = country;
        this.zone = ZoneId.of(zone);
        this.committee = committee;
    }

    SiteKey key() {
        return new SiteKey(key);
    }

    SiteId in(TrialId trial) {
        return new SiteId(trial, key());
    }

    String title() {
        return title;
    }

    String country() {
        return country;
    }

    ZoneId zone() {
        return zone;
    }

    String committee() {
        return committee;
    }

    DemoPerson investigator() {
        return this == VIENNA ? DemoPerson.INVESTIGATOR : DemoPerson.INVESTIGATOR2;
    }

    DemoPerson coordinator() {
        return this == VIENNA ? DemoPerson.COORDINATOR : DemoPerson.COORDINATOR2;
    }

    /** Who hands out study treatment. Porto has no pharmacist of its own in the trial. */
    DemoPerson dispenser() {
        return this == VIENNA ? DemoPerson.PHARMACIST : DemoPerson.COORDINATOR2;
    }
}
