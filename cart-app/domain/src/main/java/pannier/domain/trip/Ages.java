package pannier.domain.trip;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pannier.domain.basket.Accord;
import pannier.domain.basket.BasketLine;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.trip.TripState.NeedsStaff;
import pannier.domain.trip.TripState.Open;

/** Products with an age limit: <em>Pay</em> waits for staff, everything else goes on. */
final class Ages {
  private final Catalogue catalogue;

  Ages(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The products in the basket whose limit nobody has approved yet, the highest limit first. */
  List<Product> unapproved(Draft draft) {
    if (!(draft.trip instanceof Open open)) {
      return List.of();
    }
    int approved = open.trip().accord().approval().years();
    return Stream.concat(
            draft.basket.lines().stream().map(BasketLine::product),
            draft.below().stream().map(Content::product))
        .distinct()
        .map(catalogue::get)
        .filter(product -> product.handling().ageLimit() > approved)
        .sorted(Comparator.comparingInt((Product it) -> -it.handling().ageLimit()))
        .toList();
  }

  /** Keeps <em>Pay</em> waiting for staff, who are called once; whether it must wait. */
  boolean block(Draft draft) {
    if (draft.payWanted() == null) {
      return false;
    }
    List<Product> products = unapproved(draft);
    if (products.isEmpty()) {
      return false;
    }
    Call call = call(products.getFirst());
    if (!(draft.trip instanceof NeedsStaff staff && staff.call().equals(call))) {
      draft.trip = ((Open) draft.trip).clear();
      draft.callStaff(call, false);
      draft.outbox.say(Notice.Kind.AGE_CHECK);
    }
    return true;
  }

  private static Call call(Product product) {
    return new Call.AgeCheck(product.handling().ageLimit(), product.name());
  }

  void approve(Draft draft, Input.AgeApproved word) {
    if (draft.trip instanceof Open open && !word.staff().isBlank() && word.years() > 0) {
      Accord.Approval approval = new Accord.Approval(word.years(), word.staff());
      draft.trip = open.with(open.trip().with(open.trip().accord().with(approval)));
      draft.flag("age %d approved by %s".formatted(word.years(), word.staff()));
    }
  }

  void deny(Draft draft, Input.AgeDenied word) {
    List<Product> products = unapproved(draft);
    if (!products.isEmpty() && !word.staff().isBlank()) {
      draft.flag("age check refused by %s: %s".formatted(word.staff(), word.reason()));
      draft.payWanted(null);
      products.forEach(
          product -> draft.outbox.say(new Notice(Notice.Kind.MUST_GO, product.name())));
    }
  }
}
