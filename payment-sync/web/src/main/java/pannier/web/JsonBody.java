package pannier.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A JSON object from a browser, read field by field; whatever is wrong is named. */
public final class JsonBody {
  /** Longer bodies are refused. */
  static final int MOST_BYTES = 16 * 1024;

  private static final int DEEPEST = 8;
  private static final ObjectMapper READER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final JsonNode object;

  private JsonBody(JsonNode object) {
    this.object = object;
  }

  static JsonBody parse(byte[] bytes) throws HttpProblem {
    try {
      JsonNode node = READER.readTree(bytes);
      if (node == null || !node.isObject()) {
        throw new HttpProblem(400, "body: expected a JSON object");
      }
      return new JsonBody(node);
    } catch (HttpProblem e) {
      throw e;
    } catch (IOException e) {
      throw new HttpProblem(400, "body: not JSON");
    }
  }

  /** Whether the field is there and not null. */
  public boolean has(String field) {
    return object.hasNonNull(field);
  }

  /**
   * Text of 1 to {@code most} characters, none of them a control character.
   *
   * @param wanted what would be right, in words
   */
  public String text(String field, int most, String wanted) throws HttpProblem {
    JsonNode value = object.path(field);
    String text = value.isTextual() ? value.textValue() : "";
    if (text.isBlank() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
      throw HttpProblem.wrong(field, shown(value), wanted);
    }
    return HttpProblem.uncarded(field, text);
  }

  /**
   * A list of texts, each of 1 to 200 characters.
   *
   * @param wanted what would be right, in words
   */
  public List<String> texts(String field, int most, String wanted) throws HttpProblem {
    JsonNode list = object.path(field);
    if (!list.isArray() || list.size() > most) {
      throw HttpProblem.wrong(field, shown(list), "up to %d %s".formatted(most, wanted));
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list) {
      String text = value.isTextual() ? value.textValue() : "";
      if (text.isBlank() || text.length() > 200) {
        throw HttpProblem.wrong(field, shown(value), wanted);
      }
      texts.add(HttpProblem.uncarded(field, text));
    }
    return texts;
  }

  /** A whole number from {@code least} to {@code most}. */
  public int whole(String field, int least, int most) throws HttpProblem {
    JsonNode value = object.path(field);
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw HttpProblem.wrong(field, shown(value), "a whole number");
    }
    int number = value.intValue();
    if (number < least || number > most) {
      throw HttpProblem.wrong(field, shown(value), "%d to %d".formatted(least, most));
    }
    return number;
  }

  /** A number from {@code least} to {@code most}. */
  public double number(String field, double least, double most) throws HttpProblem {
    JsonNode value = object.path(field);
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!(number >= least && number <= most)) {
      throw HttpProblem.wrong(field, shown(value), "%s to %s".formatted(least, most));
    }
    return number;
  }

  /** True or false. */
  public boolean flag(String field) throws HttpProblem {
    JsonNode value = object.path(field);
    if (!value.isBoolean()) {
      throw HttpProblem.wrong(field, shown(value), "true or false");
    }
    return value.booleanValue();
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }
}
