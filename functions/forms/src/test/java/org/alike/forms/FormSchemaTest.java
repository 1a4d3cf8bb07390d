package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.alike.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our small reading of JSON Schema decides as a complete validator does. */
class FormSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final JsonSchema PROFILE = SCHEMAS.getSchema(resource("form-schema"));
  private static final String FORM =
      """
      {"type": "object", "additionalProperties": false, "required": ["mood", "when"],
       "properties": {
         "mood": {"type": "string", "enum": ["good", "bad"]},
         "when": {"type": "string", "format": "date"},
         "age": {"type": "integer", "minimum": 0, "maximum": 120},
         "weight": {"type": "number", "minimum": 0.5},
         "nick": {"type": "string", "maxLength": 5},
         "agreed": {"type": "string", "const": "v1", "x-field": "consent"},
         "signs": {"type": "array", "maxItems": 2, "items": {"type": "string", "maxLength": 5}},
         "days": {"type": "array", "items": {"type": "string", "enum": ["mo", "tu"]}}}}
      """;
  private static final JsonSchema VALIDATOR = SCHEMAS.getSchema(FORM);
  private static final List<Field> FIELDS = fields(Json.trusted(FORM), new ArrayList<>());

  private static JsonNode resource(String name) {
    try {
      return MAPPER.readTree(Files.readString(Path.of("src/main/resources/forms", name + ".json")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static List<Field> fields(Map<String, Object> schema, List<String> complaints) {
    return new FormSchema(schema, (pointer, code, message) -> complaints.add(pointer)).fields();
  }

  @ParameterizedTest
  @ValueSource(strings = {"signup", "contact"})
  void formsThatShip_areWrittenInTheProfile(String form) {
    assertThat(PROFILE.validate(resource(form).get("schema"))).isEmpty();
  }

  @Test
  void profile_isItselfValidJsonSchema() {
    JsonSchema dialect = SCHEMAS.getSchema(URI.create(SpecVersion.VersionFlag.V202012.getId()));

    assertThat(dialect.validate(resource("form-schema"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'string'}",
        "{'type':'string','maxLength':20000}",
        "{'type':'string','maxLength':20001}",
        "{'type':'string','maxLength':0}",
        "{'type':'string','maxLength':'5'}",
        "{'type':'string','pattern':'a+'}",
        "{'type':'string','format':'uri'}",
        "{'type':'string','enum':[]}",
        "{'type':'string','enum':['a','a']}",
        "{'type':'string','enum':['a',1]}",
        "{'type':'string','enum':'a'}",
        "{'type':'string','x-field':'long-text'}",
        "{'type':'string','x-field':'consent'}",
        "{'type':'string','x-field':'consent','const':'v1'}",
        "{'type':'string','x-field':'number'}",
        "{'type':'string','title':5}",
        "{'type':'boolean'}",
        "{'type':['string','null']}",
        "{'type':'integer','minimum':'1'}",
        "{'type':'integer','minimum':1,'x-yearsAgo':16}",
        "{'type':'integer','x-yearsAgo':-1}",
        "{'type':'integer','x-field':'birth-year','minimum':1900}",
        "{'type':'number','x-field':'birth-year'}",
        "{'type':'string','x-field':'birth-year'}",
        "{'type':'string','x-field':'file'}",
        "{'type':'string','x-field':'file','x-accept':['image/*','application/pdf']}",
        "{'type':'string','x-field':'file','x-accept':['image/svg+xml']}",
        "{'type':'string','x-field':'file','x-accept':['.pdf']}",
        "{'type':'string','x-field':'file','x-accept':['*/*']}",
        "{'type':'string','x-field':'file','x-accept':[]}",
        "{'type':'string','x-field':'file','x-accept':'image/png'}",
        "{'type':'string','x-field':'file','x-accept':[1]}",
        "{'type':'string','x-accept':['image/png']}",
        "{'type':'array','x-field':'file','x-accept':['audio/*'],'items':{'type':'string'}}",
        "{'type':'array','x-field':'file','items':{'type':'string','x-accept':['audio/*']}}",
        "{'type':'array'}",
        "{'type':'array','items':{'type':'string'},'maxItems':200}",
        "{'type':'array','items':{'type':'string'},'maxItems':201}",
        "{'type':'array','items':{'type':'array','items':{'type':'string'}}}",
        "{'type':'array','items':{'type':'string','title':'x'}}",
        "{'items':{'type':'string'}}",
        "{}",
        "true"
      })
  void field_isTakenByUs_whenItIsInTheProfile(String field) throws IOException {
    String schema = "{\"type\":\"object\",\"properties\":{\"a\":" + field.replace('\'', '"') + "}}";
    List<String> complaints = new ArrayList<>();

    fields(Json.trusted(schema), complaints);

    assertThat(complaints.isEmpty())
        .as(field)
        .isEqualTo(PROFILE.validate(MAPPER.readTree(schema)).isEmpty());
  }

  @Property(tries = 2_000)
  void answers_areFineForUs_whenTheyAreForTheValidator(@ForAll("answers") List<Entry> answers) {
    boolean ours =
        answers.stream()
                .allMatch(entry -> FIELDS.stream().anyMatch(f -> f.name().equals(entry.name())))
            && FIELDS.stream().allMatch(field -> isFine(field, answers));

    Statistics.collect(ours);
    Statistics.coverage(seen -> seen.check(true).percentage(share -> share > 10));
    assertThat(ours).as(answers.toString()).isEqualTo(isValid(answers));
  }

  private static boolean isFine(Field field, List<Entry> answers) {
    List<Entry> own = answers.stream().filter(e -> e.name().equals(field.name())).toList();
    return new FieldCheck(field, Year.of(2026), 16).check(own).isEmpty();
  }

  private static boolean isValid(List<Entry> answers) {
    return VALIDATOR
        .validate(
            instance(answers),
            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
        .isEmpty();
  }

  /** What was sent, as the object that the schema speaks of: a field left blank is not there. */
  private static JsonNode instance(List<Entry> answers) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Entry entry : answers) {
      String type = resourceType(entry.name());
      if (!entry.isBlank()) {
        JsonNode value = value(type, entry.value().strip());
        JsonNode before = object.get(entry.name());
        if (before instanceof ArrayNode list) {
          list.add(value);
        } else if (before != null || type.equals("array")) {
          ArrayNode list = object.putArray(entry.name());
          if (before != null) {
            list.add(before);
          }
          list.add(value);
        } else {
          object.set(entry.name(), value);
        }
      } else if (type.isEmpty()) {
        object.put(entry.name(), "");
      }
    }
    return object;
  }

  private static String resourceType(String name) {
    return VALIDATOR.getSchemaNode().at("/properties/" + name + "/type").asText();
  }

  private static JsonNode value(String type, String text) {
    boolean number = type.equals("integer") || type.equals("number");
    return number && text.matches("-?[0-9]{1,15}(\\.[0-9]{1,5})?")
        ? JsonNodeFactory.instance.numberNode(new BigDecimal(text))
        : JsonNodeFactory.instance.textNode(text);
  }

  @Provide
  Arbitrary<List<Entry>> answers() {
    Arbitrary<String> names =
        Arbitraries.frequencyOf(
            Tuple.of(
                20,
                Arbitraries.of("mood", "when", "age", "weight", "nick", "agreed", "signs", "days")),
            Tuple.of(1, Arbitraries.just("other")));
    Arbitrary<String> values =
        Arbitraries.of(
            "",
            " ",
            "good",
            "bad",
            "2026-11-23",
            "2026-02-30",
            "2026-1-1",
            "0",
            "120",
            "121",
            "-1",
            "0.4",
            "0.5",
            "7.25",
            "1e3",
            "v1",
            "v2",
            "abcde",
            "abcdef",
            "mo",
            "tu",
            "we",
            "x");
    Arbitrary<Entry> any = Combinators.combine(names, values).as(Entry::text);
    Arbitrary<List<Entry>> some = any.list().ofMaxSize(4);
    return some.flatMap(
        list ->
            Arbitraries.of(true, true, false)
                .map(
                    complete -> {
                      List<Entry> all = new ArrayList<>(list);
                      if (complete) {
                        all.add(Entry.text("when", "2026-11-23"));
                        all.add(0, Entry.text("mood", "bad"));
                      }
                      return all;
                    }));
  }
}
