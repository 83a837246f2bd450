package pannier.app.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pannier.domain.basket.Means;
import pannier.domain.basket.Wallet;
import pannier.domain.catalogue.ProductId;
import pannier.domain.money.CardNumbers;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.wire.TenderOffer;

/** How the shopper changes what they pay with, one touch at a time. A pure function. */
record Ways(List<TenderOffer> offered) {
  /** As many as fit on the screen beside each other. */
  private static final int MOST_PAYERS = 6;

  private static final int MOST_LINES = 256;
  private static final int MOST_MINOR = 100_000_000;
  private static final String SNAP = "snap";
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{1,40}");

  /** Whether a touch is about this. */
  static boolean meant(String touch) {
    return touch.startsWith("pay-");
  }

  List<Means> after(String touch, JsonBody body, Wallet wallet) throws HttpProblem {
    List<Means> means = new ArrayList<>(chosen(wallet));
    switch (touch) {
      case "pay-add" -> means.add(added(body));
      case "pay-remove" -> means.remove(place(body, means));
      case "pay-amount" -> means.set(place(body, means), limited(body, means));
      case "pay-lines" -> means.set(place(body, means), ofLines(body, means));
      case "pay-evenly" -> {
        means.clear();
        means.addAll(evenly(body.whole("payers", 2, MOST_PAYERS)));
      }
      case "pay-usual" -> means.clear();
      default -> throw HttpProblem.wrong("touch", touch, "the name of a button");
    }
    if (means.size() > Wallet.MOST_MEANS) {
      throw new HttpProblem(409, "at most %d ways to pay".formatted(Wallet.MOST_MEANS));
    }
    return means;
  }

  /** What pays, also where nothing was chosen. */
  List<Means> chosen(Wallet wallet) {
    return wallet.means().isEmpty() && !offered.isEmpty()
        ? List.of(new Means(offered.getFirst().kind(), offered.getFirst().token()))
        : wallet.means();
  }

  private Means added(JsonBody body) throws HttpProblem {
    String kind = body.text("kind", 20, "a way to pay");
    TenderOffer offer =
        find(kind).orElseThrow(() -> HttpProblem.wrong("kind", kind, "a way to pay of this shop"));
    return new Means(kind, asksForNumber(offer) ? numbered(offer.token(), body) : offer.token());
  }

  private Optional<TenderOffer> find(String kind) {
    return offered.stream().filter(it -> it.kind().equals(kind)).findFirst();
  }

  static boolean asksForNumber(TenderOffer offer) {
    return offer.token().contains(AtGate.NUMBER);
  }

  /** A payment card's number is refused before anything is journaled; it is not said again. */
  private static String numbered(String token, JsonBody body) throws HttpProblem {
    String number = body.text("number", 40, "the number on it");
    if (!NUMBER.matcher(number).matches() || CardNumbers.in(number)) {
      throw new HttpProblem(400, "number: expected the number of a gift card or a credit note");
    }
    return token.replace(AtGate.NUMBER, number);
  }

  private static int place(JsonBody body, List<Means> means) throws HttpProblem {
    return body.whole("place", 0, means.size() - 1);
  }

  /** Pays so much at most; without an amount, what is left. */
  private static Means limited(JsonBody body, List<Means> means) throws HttpProblem {
    Means old = means.get(place(body, means));
    Long most =
        body.has("amountMinor") ? Long.valueOf(body.whole("amountMinor", 1, MOST_MINOR)) : null;
    return new Means(old.kind(), old.token(), most, List.of(), 0);
  }

  /** Pays some lines; with none, what is left. */
  private static Means ofLines(JsonBody body, List<Means> means) throws HttpProblem {
    Means old = means.get(place(body, means));
    if (old.kind().equals(SNAP)) {
      throw new HttpProblem(409, "food benefits go where they save most tax");
    }
    List<ProductId> products =
        body.texts("products", MOST_LINES, "products of the bill").stream()
            .map(ProductId::new)
            .toList();
    return new Means(old.kind(), old.token(), null, products, 0);
  }

  /** Each the same share; the last one takes what rounding leaves. */
  private List<Means> evenly(int payers) throws HttpProblem {
    TenderOffer each =
        find("card").orElseThrow(() -> new HttpProblem(409, "this shop takes no cards"));
    List<Means> means = new ArrayList<>();
    for (int i = 1; i < payers; i++) {
      means.add(new Means(each.kind(), each.token(), null, List.of(), Means.WHOLE / payers));
    }
    means.add(new Means(each.kind(), each.token()));
    return means;
  }
}
