package org.indelible.auditreview;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.auditreview.AuditReviewCommand.PlanAuditReview;
import org.indelible.authority.Role;
import org.indelible.shared.AccountId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;
import org.springframework.util.MultiValueMap;

/**
 * A plan as it is typed.
 *
 * @param thresholds by the name of the view
 * @param unit {@code days} or {@code months}
 * @param account empty for whoever holds the role
 */
public record PlanForm(
        String name,
        String basis,
        List<String> views,
        Map<String, String> thresholds,
        String every,
        String unit,
        String role,
        String account,
        List<String> sites) {
    private static final String THRESHOLD = "threshold.";

    /** As it is first shown: every view with its usual threshold, each month. */
    static PlanForm fresh() {
        List<String> all = Stream.of(AuditView.values()).map(AuditView::name).toList();
        return new PlanForm(
                "",
                "",
                all,
                all.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                view -> Integer.toString(AuditView.valueOf(view).usual()))),
                "1",
                "months",
                Role.DATA_MANAGER.name(),
                "",
                List.of());
    }

    static PlanForm of(MultiValueMap<String, String> typed) {
        return new PlanForm(
                one(typed, "name"),
                one(typed, "basis"),
                all(typed, "view"),
                typed.keySet().stream()
                        .filter(name -> name.startsWith(THRESHOLD))
                        .collect(
                                Collectors.toMap(name -> name.substring(THRESHOLD.length()), name -> one(typed, name))),
                one(typed, "every"),
                one(typed, "unit"),
                one(typed, "role"),
                one(typed, "account"),
                all(typed, "site"));
    }

    PlanAuditReview command(TrialId trial, ReviewPlanId plan) {
        int number = number(every);
        return new PlanAuditReview(
                trial,
                plan,
                name,
                basis,
                Stream.of(AuditView.values())
                        .filter(view -> views.contains(view.name()))
                        .map(view -> new PlannedView(view, number(thresholds.getOrDefault(view.name(), ""))))
                        .toList(),
                unit.equals("days") ? Period.ofDays(number) : Period.ofMonths(number),
                new Reviewer(
                        Stream.of(Role.values())
                                .filter(known -> known.name().equals(role))
                                .findFirst()
                                .orElse(Role.SYSTEM),
                        Optional.of(account).filter(chosen -> !chosen.isEmpty()).map(AccountId::new)),
                sites.stream().map(SiteKey::new).toList());
    }

    /** What is no number is none that the rules let through. */
    private static int number(String typed) {
        return typed.strip().matches("[0-9]{1,6}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private static String one(MultiValueMap<String, String> typed, String name) {
        return Optional.ofNullable(typed.getFirst(name)).orElse("");
    }

    private static List<String> all(MultiValueMap<String, String> typed, String name) {
        return typed.getOrDefault(name, List.of());
    }
}
