package pannier.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.app.BadInputException;
import pannier.domain.gs1.RestrictedRule;

class CartSettingsFileTest {
  private static final String CART =
      """
      {"cart":"cart-7","data":"data","catalogue":"shop.csv","enrol":["photos"],"card_token":"reader",
       "cameras":[{"device":"/dev/video0","rim":[[0,0.5],[1,0.5]],"basket":"below"}],
       "tenders":[{"kind":"gift","token":"gift-{number}"}],
       "labels":[{"pattern":"21IIIIIPPPPPC","decimals":0},{"pattern":"22IIIIIWWWWWC","decimals":3}],
       "screen":"127.0.0.1:8080","phone":"https://gate.example/phone"}
      """;

  @TempDir Path folder = Path.of(".");

  @BeforeEach
  void shop() throws IOException {
    Files.createDirectory(folder.resolve("photos"));
    Files.writeString(folder.resolve("shop.csv"), "");
  }

  @Test
  void aShopsOwnLabelsAreRead() throws Exception {
    assertEquals(
        Optional.of(
            List.of(
                new RestrictedRule("21IIIIIPPPPPC", 0), new RestrictedRule("22IIIIIWWWWWC", 3))),
        read(CART).shop().labels());
  }

  @Test
  void whoSaysNothingHasTheUsualLabels() throws Exception {
    ObjectNode cart = (ObjectNode) new ObjectMapper().readTree(CART);
    cart.remove("labels");
    assertEquals(Optional.empty(), read(cart.toString()).shop().labels());
    cart.putArray("labels");
    assertEquals(Optional.of(List.of()), read(cart.toString()).shop().labels(), "and none is none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "21IIIIIPPPPPC|31IIIIIPPPPPC|labels[0].pattern: found \"31IIIIIPPPPPC\", wanted 13 characters",
        "22IIIIIWWWWWC|22WWWWWWWWWWC|labels[1].pattern: found \"22WWWWWWWWWWC\", wanted 13 characters",
        "\"decimals\":3|\"decimals\":9|labels[1].decimals: found 9, wanted a whole number from 0 to 5",
        "\"decimals\":0|\"places\":0|labels[0].decimals: found no such key",
      })
  void wrongLabelIsNamed(String right, String wrong, String complaint) {
    BadInputException refused =
        assertThrows(BadInputException.class, () -> read(CART.replace(right, wrong)));
    assertTrue(String.valueOf(refused.getMessage()).contains(complaint), refused.getMessage());
  }

  /** Test numbers that card schemes publish. */
  @ParameterizedTest
  @CsvSource({"4111111111111111", "5555 5555 5555 4444", "3782-822463-10005"})
  void noTextMayHoldACardNumberAndNoneIsSaidAgain(String card) throws Exception {
    List<JsonNode> wrongs = new ArrayList<>();
    JsonNode right = new ObjectMapper().readTree(CART);
    replaced(right, right, card, wrongs);
    assertTrue(wrongs.size() > 15, wrongs.size() + " files");
    for (JsonNode wrong : wrongs) {
      BadInputException refused =
          assertThrows(BadInputException.class, () -> read(wrong.toString()), wrong.toString());
      assertFalse(String.valueOf(refused.getMessage()).contains(card), refused.getMessage());
    }
  }

  /** The whole once for each value below {@code node}, with the card's number there. */
  private static void replaced(JsonNode whole, JsonNode node, String card, List<JsonNode> wrongs) {
    if (node instanceof ObjectNode object) {
      for (String key : object.properties().stream().map(it -> it.getKey()).toList()) {
        JsonNode value = object.get(key);
        object.put(key, card);
        wrongs.add(whole.deepCopy());
        object.set(key, value);
        replaced(whole, value, card, wrongs);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode value = array.get(i);
        array.set(i, card);
        wrongs.add(whole.deepCopy());
        array.set(i, value);
        replaced(whole, value, card, wrongs);
      }
    }
  }

  private CartSettings read(String text) throws IOException {
    return CartSettingsFile.read(Files.writeString(folder.resolve("cart.json"), text));
  }
}
