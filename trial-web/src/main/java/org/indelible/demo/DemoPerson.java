package org.indelible.demo;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.indelible.authority.Role;
import org.indelible.shared.AccountId;

/** The people of the demo. User names are part of the contract; the persons are invented. */
enum DemoPerson {
    INVESTIGATOR("Dr Anna Lindner", Role.INVESTIGATOR, DemoSite.VIENNA),
    COORDINATOR("Katharina Moser", Role.COORDINATOR, DemoSite.VIENNA),
    PHARMACIST("Paul Steiner", Role.PHARMACIST, DemoSite.VIENNA),
    INVESTIGATOR2("Dr Rui Tavares", Role.INVESTIGATOR, DemoSite.PORTO),
    COORDINATOR2("Inês Duarte", Role.COORDINATOR, DemoSite.PORTO),
    MONITOR("Claire Okafor", Role.MONITOR, DemoPerson.SPONSOR),
    DATAMANAGER("Jonas Weber", Role.DATA_MANAGER, DemoPerson.SPONSOR),
    BUILDER("Mira Patel", Role.STUDY_BUILDER, DemoPerson.SPONSOR),
    STATISTICIAN("Dr Elif Demir", Role.STATISTICIAN, DemoPerson.SPONSOR),
    INSPECTOR("Henrik Sund", Role.INSPECTOR, "Medicines Inspectorate"),
    PARTICIPANT("Participant 701-003", Role.PARTICIPANT, DemoSite.VIENNA),
    ADMIN("Sam Keller", Role.ADMINISTRATOR, "Operations");

    static final String SPONSOR = "Meridian Therapeutics";

    private final String printedName;
    private final Role role;
    private final String organisation;
    private final Optional<DemoSite> site;

    DemoPerson(String printedName, Role role, DemoSite site) {
        this.printedName = printedName;
        this.role = role;
        this.organisation = site.title();
        this.site = Optional.of(site);
    }

    DemoPerson(String printedName, Role role, String organisation) {
        this.printedName = printedName;
        this.role = role;
        this.organisation = organisation;
        this.site = Optional.empty();
    }

    AccountId account() {
        return new AccountId(name().toLowerCase(java.util.Locale.ROOT));
    }

    String printedName() {
        return printedName;
    }

    Role role() {
        return role;
    }

    String organisation() {
        return organisation;
    }

    /** Where the role is held; absent: in every trial, so that the sponsor's people can work with other test trials too. */
    Optional<DemoSite> site() {
        return site;
    }

    ZoneId zone() {
        return site.map(DemoSite::zone).orElse(ZoneOffset.UTC);
    }

    /** Whether the person signs something, so that their identity has been proven. */
    boolean signs() {
        return site.isPresent() && role != Role.PARTICIPANT;
    }
}
