package pannier.pricing.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.checkout.PriceBook;
import pannier.pricing.checkout.StoreRules;
import pannier.pricing.rule.SaleTerms;

/**
 * A store's prices and rules as one document: the gate prices with what it reads from these bytes,
 * and so does a cart that fetched them, so that both come to the same amounts. The document is a
 * rules file with {@code currency} and {@code catalogue} as in a case of {@code pannier price}.
 */
public final class PriceList {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final byte[] document;
  private final StoreRules rules;

  private PriceList(byte[] document, StoreRules rules) {
    this.document = document;
    this.rules = rules;
  }

  /** Prices alone. */
  public static PriceList of(Assortment shop) throws BadJsonException {
    ObjectNode bare = JsonNodeFactory.instance.objectNode().put("zone", ZoneOffset.UTC.getId());
    return of(bare, shop);
  }

  /** A store's rules file, for its assortment. */
  public static PriceList of(Path rulesFile, Assortment shop) throws BadJsonException {
    RulesJson.read(rulesFile, shop); // complains about the file itself, by its name
    return of((ObjectNode) JsonPlace.read(rulesFile).node().deepCopy(), shop);
  }

  private static PriceList of(ObjectNode rules, Assortment shop) throws BadJsonException {
    rules.put("currency", shop.catalogue().currency().getCurrencyCode());
    ArrayNode products = rules.putArray("catalogue");
    shop.catalogue().products().forEach(product -> product(products.addObject(), product, shop));
    try {
      byte[] document = MAPPER.writeValueAsString(rules).getBytes(StandardCharsets.UTF_8);
      return read("price list", document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("memory does not fail", e);
    }
  }

  /**
   * Reads a document.
   *
   * @param name for complaints
   */
  public static PriceList read(String name, byte[] document) throws BadJsonException {
    JsonPlace json = JsonPlace.read(name, document);
    PriceBook book = new PriceBookJson(json).read();
    return new PriceList(document.clone(), RulesJson.store(json, book));
  }

  public StoreRules rules() {
    return rules;
  }

  /** The bytes that name it by their digest. */
  public byte[] document() {
    return document.clone();
  }

  private static void product(ObjectNode node, Product product, Assortment shop) {
    node.put("product", product.id().value());
    node.put("unit", product.unit() == SaleUnit.PIECE ? "piece" : "kg");
    node.put("price", product.price().toDecimal());
    SaleTerms terms = shop.termsOf(product.id());
    terms.taxClass().ifPresent(tax -> node.put("tax", tax));
    if (terms.snapEligible()) {
      node.put("snap", true);
    }
    if (!terms.snapClass().isEmpty()) {
      node.put("snap_class", terms.snapClass());
    }
    terms
        .deposit()
        .ifPresent(
            deposit ->
                node.put("deposit", deposit.amount().toDecimal())
                    .put("deposit_by_law", deposit.byLaw().toDecimal()));
  }
}
