package pannier.app.live;

import pannier.app.gate.SpotChecks;
import pannier.app.proof.KeptProofs;
import pannier.app.workshop.Workshop;
import pannier.domain.basket.Basket;

/** What staff order of a cart besides its trip. */
record StaffWishes(KeptProofs proofs, Workshop workshop) implements SpotChecks {
  @Override
  public void show(String tripId, long order, Basket basket) {
    proofs.show(tripId, order, basket);
  }

  @Override
  public void work(String staff) {
    workshop.open(staff);
  }
}
