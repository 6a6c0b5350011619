package org.indelible.casebook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.indelible.casebook.ReviewCommand.AnswerQuery;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.SaveId;
import org.springframework.util.MultiValueMap;

/**
 * A form as it was sent: fields {@code f0.*}, {@code f1.*} and so on.
 *
 * @param observedOn day of observation, asked where the visit has not been started
 * @param answers to queries, by the id of the query
 */
record FormSave(List<FieldInput> fields, String observedOn, Map<String, String> answers) {
    private static final String ANSWER = "answer.";
    private static final Pattern FIELD = Pattern.compile("f([0-9]{1,5})\\.item");
    private static final Pattern SEQ = Pattern.compile("-1|[0-9]{1,12}");

    static FormSave parse(MultiValueMap<String, String> parameters) {
        List<FieldInput> fields = new ArrayList<>();
        // A value that is only shown has a number too, and is not sent.
        numbers(parameters).forEach(n -> fields.add(field(parameters, n)));
        Map<String, String> answers = new LinkedHashMap<>();
        parameters.keySet().stream()
                .filter(name ->
                        name.startsWith(ANSWER) && !text(parameters, name).isEmpty())
                .forEach(name -> answers.put(name.substring(ANSWER.length()), text(parameters, name)));
        return new FormSave(List.copyOf(fields), text(parameters, "observedOn"), answers);
    }

    private static List<Integer> numbers(MultiValueMap<String, String> parameters) {
        return parameters.keySet().stream()
                .map(FIELD::matcher)
                .filter(Matcher::matches)
                .map(field -> Integer.valueOf(field.group(1)))
                .sorted()
                .toList();
    }

    private static FieldInput field(MultiValueMap<String, String> parameters, int n) {
        String prefix = "f" + n + ".";
        return new FieldInput(
                n,
                text(parameters, prefix + "group"),
                text(parameters, prefix + "key"),
                text(parameters, prefix + "item"),
                seq(text(parameters, prefix + "seq")),
                new FieldInput.Entry(
                        raw(parameters, prefix + "was"),
                        text(parameters, prefix + "wasUnit"),
                        text(parameters, prefix + "wasFlavour")),
                new FieldInput.Entry(
                        raw(parameters, prefix + "value"),
                        text(parameters, prefix + "unit"),
                        text(parameters, prefix + "flavour")),
                text(parameters, prefix + "category"),
                text(parameters, prefix + "reason"));
    }

    private static long seq(String sent) {
        if (!SEQ.matcher(sent).matches()) {
            throw new DomainRefusal("malformed-form", "The form cannot be read.", "Load the page again.");
        }
        return Long.parseLong(sent);
    }

    /** Values are kept exactly as entered, but browsers write line ends as CR LF. */
    private static String raw(MultiValueMap<String, String> parameters, String name) {
        return Objects.requireNonNullElse(parameters.getFirst(name), "").replace("\r\n", "\n");
    }

    private static String text(MultiValueMap<String, String> parameters, String name) {
        return raw(parameters, name).strip();
    }

    /** Whether something was typed as the day of the visit that is no day. */
    boolean dayIsWrong() {
        return !observedOn.isEmpty() && observationDay().isEmpty();
    }

    List<AnswerQuery> answers(CasebookId casebook) {
        return answers.entrySet().stream()
                .map(answer -> new AnswerQuery(casebook, new QueryId(answer.getKey()), answer.getValue()))
                .toList();
    }

    List<FieldInput> changed() {
        return fields.stream().filter(FieldInput::changed).toList();
    }

    Optional<FieldInput> at(String group, String key, String item) {
        return fields.stream().filter(field -> field.isAt(group, key, item)).findFirst();
    }

    Optional<LocalDate> observationDay() {
        try {
            return observedOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(observedOn));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** The same with each field as this makes it. */
    FormSave map(UnaryOperator<FieldInput> change) {
        return new FormSave(fields.stream().map(change).toList(), observedOn, answers);
    }

    /** What of it a draft has to keep. */
    FormSave unsaved() {
        return new FormSave(changed(), observedOn, answers);
    }

    /** @param prompts what checks asked while it was typed */
    RecordingCommand.RecordItems toCommand(CasebookId casebook, FormRef form, List<Prompt> prompts) {
        return new RecordingCommand.RecordItems(
                casebook,
                form,
                changed().stream().map(FieldInput::toEntry).toList(),
                new SaveId(UUID.randomUUID().toString()),
                Optional.empty(),
                observationDay(),
                prompts);
    }
}
