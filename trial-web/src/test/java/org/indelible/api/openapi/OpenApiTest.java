package org.indelible.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.indelible.PortalTest;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Role;
import org.indelible.security.RouteRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class OpenApiTest {
    @Autowired
    private MockMvc web;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private String text() throws Exception {
        return web.perform(get("/api/openapi.json")).andReturn().getResponse().getContentAsString();
    }

    @Test
    void isOpenApi31() throws Exception {
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(text());
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).isEqualTo("3.1.1");
    }

    @Test
    void describesEveryCallAndNoOther() throws Exception {
        Set<String> described = new TreeSet<>();
        JsonNode paths = JsonMapper.shared().readTree(text()).get("paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> answered = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/") || pattern.startsWith("/ledgers/"))
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> answered.add(method + " " + pattern.replace("**", "{path}")))));
        assertThat(described).isEqualTo(answered).contains("POST /api/v1/trials", "GET /ledgers/{ledger}/checkpoint");
    }

    @Test
    @Requirement("R21")
    void saysOfEveryCallWhatItDoesAndWhichRolesMay() throws Exception {
        JsonNode paths = JsonMapper.shared().readTree(text()).get("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    HttpMethod method = HttpMethod.valueOf(call.getKey().toUpperCase(Locale.ROOT));
                    String concrete = path.getKey().replaceAll("\\{[^}]*}", "1");
                    assertThat(call.getValue().path("summary").asString(""))
                            .as("%s %s", method, path.getKey())
                            .isNotEmpty();
                    List<Role> told = new ArrayList<>();
                    call.getValue().path("x-roles").forEach(role -> told.add(Role.valueOf(role.asString())));
                    boolean open = !call.getValue().has("x-roles");
                    for (Role role : Role.values()) {
                        assertThat(open || told.contains(role))
                                .as("%s %s as %s", method, path.getKey(), role)
                                .isEqualTo(RouteRules.permits(method, concrete, role));
                    }
                    assertThat(call.getValue().get("security").isEmpty()).isEqualTo(open);
                }));
    }

    @Test
    void saysWhatACasebookIs() throws Exception {
        JsonNode schemas =
                JsonMapper.shared().readTree(text()).get("components").get("schemas");
        assertThat(schemas.get("Casebook").get("properties").propertyNames())
                .containsExactly("key", "site", "status", "studyEvents");
        assertThat(schemas.get("Item").get("required").toString())
                .contains("\"entry\"")
                .doesNotContain("disclosure");
    }
}
