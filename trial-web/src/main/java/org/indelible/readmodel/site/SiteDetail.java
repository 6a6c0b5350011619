package org.indelible.readmodel.site;

import java.util.List;

public record SiteDetail(
        SiteSummary summary,
        List<EthicsApproval> approvals,
        List<BuildActivation> activations,
        List<Delegation> delegations,
        List<Training> trainings) {}
