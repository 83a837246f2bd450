package pannier.domain.trip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.reconcile.Answers;
import pannier.domain.trip.TripState.Open;

/**
 * Crates and sacks below the basket: billed on the shopper's word, by code, and flagged so that the
 * gate may look.
 */
final class LowerShelf {
  /** Of all products together; more than fits on any shelf below a basket. */
  static final int MOST_PIECES = 24;

  private final Catalogue catalogue;

  LowerShelf(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  void add(Draft draft, Input.Below below) {
    if (!(draft.trip instanceof Open open)) {
      return;
    }
    Optional<Product> named = Answers.find(catalogue, below.code());
    if (named.isEmpty()) {
      People.refuse(draft, Notice.Kind.NO_PRODUCT);
    } else if (named.get().unit() == SaleUnit.KILOGRAM) {
      draft.outbox.say(new Notice(Notice.Kind.WEIGH_IT, named.get().name()));
      draft.outbox.sound(Effect.Tone.REFUSED);
    } else if (pieces(draft) >= MOST_PIECES) {
      People.refuse(draft, Notice.Kind.ENOUGH_BELOW);
    } else {
      put(draft, open, named.get().id(), 1);
      draft.outbox.sound(Effect.Tone.ADDED);
    }
  }

  void remove(Draft draft, Input.NotBelow gone) {
    boolean there = draft.below().stream().anyMatch(it -> it.product().equals(gone.product()));
    if (there && draft.trip instanceof Open open) {
      put(draft, open, gone.product(), -1);
      draft.outbox.sound(Effect.Tone.REMOVED);
    }
  }

  private static void put(Draft draft, Open open, ProductId product, int more) {
    List<Content> next = new ArrayList<>();
    int pieces = more;
    int place = draft.below().size();
    for (Content content : draft.below()) {
      if (content.product().equals(product)) {
        pieces += content.pieces();
        place = next.size();
      } else {
        next.add(content);
      }
    }
    if (pieces > 0) {
      next.add(place, new Content(product, pieces));
    }
    draft.trip = open.with(open.trip().with(open.trip().accord().withBelow(next)));
  }

  static int pieces(Draft draft) {
    return draft.below().stream().mapToInt(Content::pieces).sum();
  }

  /** Onto the bill: nothing has weighed it. */
  static void flag(Draft draft) {
    if (!draft.below().isEmpty()) {
      draft.flag("declared below the basket: %d pieces".formatted(pieces(draft)));
    }
  }
}
