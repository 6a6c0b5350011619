package org.indelible.protocols.build;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * One content, one byte string: sorted keys, no white space, empty components left out (so that a component added later does
 * not move the hash of builds that lack it). Reading is strict by writing again and comparing.
 */
final class CanonicalJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .withConfigOverride(
                    boolean.class,
                    o -> o.setInclude(JsonInclude.Value.construct(
                            JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.NON_DEFAULT)))
            .withConfigOverride(List.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(String.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addModule(new SimpleModule().addDeserializer(TranslatedText.class, new TranslatedTextReader()))
            .build();

    private CanonicalJson() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    static byte[] write(BuildContent content) {
        return MAPPER.writeValueAsBytes(content);
    }

    static BuildContent read(byte[] json) {
        BuildContent content;
        try {
            content = MAPPER.readValue(json, BuildContent.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("These bytes are not a study build: " + e.getOriginalMessage(), e);
        }
        if (content == null || !Arrays.equals(write(content), json)) {
            throw new IllegalArgumentException(
                    "These bytes describe a study build but are not its canonical form; store what canonicalJson()"
                            + " wrote");
        }
        return content;
    }

    static String hash(byte[] json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    /** Text that was left out because it is empty reads back as no text, not as null. */
    private static final class TranslatedTextReader extends StdDeserializer<TranslatedText> {
        private TranslatedTextReader() {
            super(TranslatedText.class);
        }

        @Override
        public TranslatedText deserialize(JsonParser parser, DeserializationContext context) {
            return new TranslatedText(parser.readValueAs(new TypeReference<Map<String, String>>() {}));
        }

        @Override
        public TranslatedText getNullValue(DeserializationContext context) {
            return TranslatedText.none();
        }
    }
}
