package pannier.app.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import pannier.domain.basket.Means;
import pannier.domain.basket.Wallet;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;
import pannier.domain.trip.Input;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;

/** Turns what a browser says was touched into an input, or refuses it. */
final class ScreenTouch {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{8}|[0-9]{12,13}");
  private static final int MOST_DECISIONS = 1_000_000;

  private final Catalogue catalogue;
  private final Supplier<String> tripIds;
  private final Supplier<Wallet> wallet;
  private final Ways ways;
  private final Predicate<String> members;

  /**
   * @param tripIds gives an id that was never used before
   * @param wallet what the shopper pays with and claims so far
   * @param members whether a number may be one of the store's loyalty programme
   */
  ScreenTouch(
      Catalogue catalogue,
      Supplier<String> tripIds,
      Supplier<Wallet> wallet,
      Ways ways,
      Predicate<String> members) {
    this.members = members;
    this.catalogue = catalogue;
    this.tripIds = tripIds;
    this.wallet = wallet;
    this.ways = ways;
  }

  Input read(JsonBody body) throws HttpProblem {
    String touch = body.text("touch", 20, "the name of a button");
    if (Ways.meant(touch)) {
      Wallet now = wallet.get();
      return new Input.PayWith(
          new Wallet(ways.after(touch, body, now), now.coupons(), now.member()));
    }
    return switch (touch) {
      case "start" -> new Input.Start(tripIds.get());
      case "startWithOwn" -> new Input.Start(tripIds.get(), List.of(), true);
      case "answer" -> new Input.Answer(number(body), product(body));
      case "nothing" -> new Input.AnswerNothing(number(body));
      case "own" -> new Input.Personal(number(body));
      case "code" -> new Input.CodeShown(code(body));
      case "below" -> new Input.Below(code(body));
      case "not-below" -> new Input.NotBelow(product(body));
      case "wrong" -> new Input.Dispute(product(body));
      case "coupon" -> new Input.PayWith(withCoupon(claim(body)));
      case "member" -> new Input.PayWith(asMember(claim(body)));
      case "help" -> new Input.CallStaff();
      case "pay" -> new Input.Pay();
      case "more" -> new Input.MoreTime();
      case "back" -> new Input.Back();
      case "exit" -> new Input.Exit();
      case "done" -> new Input.Done();
      default -> throw HttpProblem.wrong("touch", touch, "the name of a button");
    };
  }

  private static int number(JsonBody body) throws HttpProblem {
    return body.whole("number", 1, MOST_DECISIONS);
  }

  private ProductId product(JsonBody body) throws HttpProblem {
    String id = body.text("product", 200, "a product's id");
    ProductId product = new ProductId(id);
    if (catalogue.find(product).isEmpty()) {
      throw HttpProblem.wrong("product", id, "a product of this shop");
    }
    return product;
  }

  private static String claim(JsonBody body) throws HttpProblem {
    return body.text("claim", Wallet.LONGEST, "a coupon's or a member's number");
  }

  private Wallet withCoupon(String coupon) throws HttpProblem {
    Wallet now = wallet.get();
    List<String> coupons = new ArrayList<>(now.coupons());
    if (!coupons.contains(coupon)) {
      coupons.add(coupon);
    }
    return wallet(now.means(), coupons, now.member());
  }

  private Wallet asMember(String member) throws HttpProblem {
    if (!members.test(member)) {
      throw new HttpProblem(400, "claim: expected a number of the store's loyalty programme");
    }
    Wallet now = wallet.get();
    return wallet(now.means(), now.coupons(), member);
  }

  /** A card's number is refused here, before anything is journaled; it is not said again. */
  private static Wallet wallet(List<Means> means, List<String> coupons, String member)
      throws HttpProblem {
    try {
      return new Wallet(means, coupons, member);
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, "claim: expected a coupon's or a member's number");
    }
  }

  private static Code code(JsonBody body) throws HttpProblem {
    String wanted = "8, 12 or 13 digits, the last one checking the others";
    String digits = body.text("code", 13, wanted);
    Code code =
        new Code(
            switch (digits.length()) {
              case 8 -> Symbology.EAN_8;
              case 12 -> Symbology.UPC_A;
              default -> Symbology.EAN_13;
            },
            digits);
    if (!DIGITS.matcher(digits).matches() || code.gtin().isEmpty()) {
      throw HttpProblem.wrong("code", digits, wanted);
    }
    return code;
  }
}
