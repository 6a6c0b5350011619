package org.indelible.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

class SayTest {
    private final Say say = new Say(new StaticMessageSource());

    @BeforeEach
    void inEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void whatIsOnRecordBesideAnActIsADayOrACode() {
        assertThat(say.detail("2026-06-05")).isEqualTo("5 Jun 2026");
        assertThat(say.detail("APPROVAL_OF_DATA")).isEqualTo("approval of data");
        assertThat(say.detail("1.0")).isEqualTo("1.0");
    }
}
