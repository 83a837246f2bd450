package pannier.pricing.json;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.checkout.PriceBook;
import pannier.pricing.checkout.StoreRules;
import pannier.pricing.refund.AccuracyGuarantee;
import pannier.pricing.rule.MemberNumbers;

/**
 * Reads a store's rules: {@code zone}, {@code state}, {@code store} and the tables of a case
 * ({@code tax_rates}, {@code tax_rounding}, {@code prices_include_tax}, {@code promotions}, {@code
 * snap_restrictions}), {@code price_accuracy} and {@code member_numbers}, for the products of an
 * assortment. A key that it does not know is a fault: a rule that is misspelt would be money lost
 * in silence.
 */
public final class RulesJson {
  private static final Map<String, MemberNumbers.Check> CHECKS =
      Map.of(
          "gs1", MemberNumbers.Check.GS1,
          "luhn", MemberNumbers.Check.LUHN,
          "none", MemberNumbers.Check.NONE);

  private static final Set<String> KEYS =
      Set.of(
          "zone",
          "state",
          "store",
          "price_accuracy",
          "member_numbers",
          "tax_rates",
          "tax_rounding",
          "prices_include_tax",
          "promotions",
          "snap_restrictions");

  private RulesJson() {}

  public static StoreRules read(Path file, Assortment assortment) throws BadJsonException {
    JsonPlace json = JsonPlace.read(file);
    PriceBookJson tables = new PriceBookJson(json, assortment);
    PriceBook book = tables.readTables();
    Set<String> unknown = new HashSet<>(json.unknown(KEYS));
    unknown.addAll(tables.unknown());
    if (!unknown.isEmpty()) {
      String key = unknown.stream().sorted().findFirst().orElseThrow();
      List<String> known = KEYS.stream().sorted().toList();
      throw new BadJsonException(
          json.file(), key, "an unknown key", "one of " + String.join(", ", known));
    }
    return store(json, book);
  }

  /** The store of a file whose tables are read. */
  static StoreRules store(JsonPlace json, PriceBook book) throws BadJsonException {
    return new StoreRules(
        book,
        zone(json),
        PriceBookJson.textOr(json, "state", ""),
        PriceBookJson.textOr(json, "store", ""),
        new StoreRules.Customs(guarantees(json, book), members(json)));
  }

  private static MemberNumbers members(JsonPlace json) throws BadJsonException {
    List<MemberNumbers.Form> forms = new ArrayList<>();
    for (JsonPlace row : json.list("member_numbers")) {
      forms.add(form(row));
    }
    return new MemberNumbers(forms);
  }

  private static MemberNumbers.Form form(JsonPlace row) throws BadJsonException {
    String count = "how many digits such a number has,";
    JsonPlace place = row.get("digits", count);
    int digits = (int) place.whole(MemberNumbers.Form.LEAST, MemberNumbers.Form.MOST, count);
    String words = "\"gs1\", \"luhn\" or \"none\"";
    JsonPlace word = row.get("check", words);
    MemberNumbers.Check check = CHECKS.get(word.text(words));
    if (check == null) {
      throw word.wrong(words);
    }
    String begins = PriceBookJson.textOr(row, "begins", "");
    try {
      return new MemberNumbers.Form(begins, digits, check);
    } catch (IllegalArgumentException e) {
      throw row.get("begins", "").wrong("digits, fewer than %d".formatted(digits));
    }
  }

  private static List<AccuracyGuarantee> guarantees(JsonPlace json, PriceBook book)
      throws BadJsonException {
    List<AccuracyGuarantee> rows = new ArrayList<>();
    for (JsonPlace row : json.list("price_accuracy")) {
      Optional<JsonPlace> free = row.find("free_up_to");
      Currency currency = book.prices().currency();
      long freeUpTo = free.isPresent() ? free.get().money(currency).minor() : 0;
      rows.add(new AccuracyGuarantee(PriceBookJson.days(row), freeUpTo));
    }
    return rows;
  }

  private static ZoneId zone(JsonPlace json) throws BadJsonException {
    Optional<JsonPlace> zone = json.find("zone");
    String wanted = "a time zone such as \"America/Chicago\"";
    if (zone.isEmpty()) {
      throw new BadJsonException(json.file(), "zone", "nothing", wanted);
    }
    try {
      return ZoneId.of(zone.get().text(wanted));
    } catch (DateTimeException e) {
      throw zone.get().wrong(wanted);
    }
  }
}
