package org.indelible.portal;

import java.util.List;
import org.indelible.portal.table.CsvExports;
import org.indelible.portal.table.TablesResolver;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
    private final TrialPageResolver pages;
    private final TablesResolver tables;
    private final CsvExports exports;

    PageConfiguration(@Lazy TrialPageResolver pages, TablesResolver tables, CsvExports exports) {
        this.pages = pages;
        this.tables = tables;
        this.exports = exports;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(pages);
        resolvers.add(tables);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(exports);
    }
}
