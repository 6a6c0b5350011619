package org.indelible.portal;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.indelible.readmodel.Originator;
import org.indelible.readmodel.participant.VisitStatus;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How pages write dates, numbers, codes and fingerprints: {@code ${@say.time(...)}} in templates. */
@Component("say")
public class Say {
    private static final int SHORT = 6;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final MessageSource messages;

    Say(MessageSource messages) {
        this.messages = messages;
    }

    /** 3 Mar 2026 14:02 */
    public String time(Instant at, ZoneId zone) {
        return format("d MMM yyyy HH:mm").format(at.atZone(zone));
    }

    /** 14:02:11 */
    public String clock(Instant at, ZoneId zone) {
        return format("HH:mm:ss").format(at.atZone(zone));
    }

    /** 3 Mar 2026 14:02:11.123 UTC, where exactness counts more than ease */
    public String exactly(Instant at) {
        return format("d MMM yyyy HH:mm:ss.SSS 'UTC'").format(at.atZone(ZoneId.of("UTC")));
    }

    public String day(LocalDate day) {
        return format("d MMM yyyy").format(day);
    }

    /** Mar 2026 */
    public String month(LocalDate day) {
        return format("MMM yyyy").format(day);
    }

    public String number(long n) {
        return NumberFormat.getIntegerInstance(locale()).format(n);
    }

    /** 2 min 5 s */
    public String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** A number of days in words. */
    public String days(LocalDate from, LocalDate to) {
        long days = to.toEpochDay() - from.toEpochDay();
        return message("days", days);
    }

    /** A fingerprint, shortened in its middle. */
    public String brief(String hash) {
        return hash.length() <= 2 * SHORT + 1
                ? hash
                : hash.substring(0, SHORT) + "…" + hash.substring(hash.length() - SHORT);
    }

    /** The word for a code: {@code role.INVESTIGATOR}; a code without a word is shown as it is, spelt like words. */
    public String word(String family, Object code) {
        String name = code instanceof Enum<?> constant ? constant.name() : code.toString();
        String spelt = name.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        String word = messages.getMessage(family + "." + name, null, spelt, locale());
        return word == null ? spelt : word;
    }

    /** What is on record beside an act: a day, or a code. */
    public String detail(String detail) {
        return DAY.matcher(detail).matches() ? day(LocalDate.parse(detail)) : word("detail", detail);
    }

    /** Where data come from that another than their originator recorded. */
    public String originator(Originator originator) {
        return originator.named()
                ? message("originator", originator.name(), word("originator-kind", originator.kind()))
                : message("originator.unnamed");
    }

    public String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    public String language() {
        return locale().toLanguageTag();
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** The role's word; roles are recorded by the name of their constant. */
    public String role(Object role) {
        String name = role instanceof Enum<?> constant ? constant.name() : role.toString();
        return word("role", name.toLowerCase(Locale.ROOT));
    }

    /** The state whose shape fragments/status draws. */
    public String glyph(VisitStatus status) {
        return status == VisitStatus.SIGNATURE_STALE
                ? "stale"
                : status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How a date or time is typed; empty for other controls. */
    public String hint(Enum<?> control) {
        return word("hint", control).equals(control.name().replace('_', ' ').toLowerCase(Locale.ROOT))
                ? ""
                : word("hint", control);
    }
}
