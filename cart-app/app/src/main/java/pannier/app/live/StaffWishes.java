package pannier.app.live;

import java.util.Optional;
import java.util.function.Supplier;
import pannier.app.gate.SpotChecks;
import pannier.app.proof.KeptProofs;
import pannier.app.workshop.Workshop;
import pannier.domain.basket.Basket;
import pannier.wire.CartStatus;

/**
 * What staff order of a cart besides its trip, and what they see of it.
 *
 * @param measured how its battery and radio are
 */
public record StaffWishes(
    KeptProofs proofs, Workshop workshop, Supplier<Optional<CartStatus.Condition>> measured)
    implements SpotChecks {
  /** Of a cart that cannot measure itself. */
  public StaffWishes(KeptProofs proofs, Workshop workshop) {
    this(proofs, workshop, Optional::empty);
  }

  @Override
  public Optional<CartStatus.Condition> condition() {
    return measured.get();
  }

  @Override
  public void show(String tripId, long order, Basket basket) {
    proofs.show(tripId, order, basket);
  }

  @Override
  public void work(String staff) {
    workshop.open(staff);
  }

  @Override
  public void use(String staff, boolean inUse) {
    workshop.use(staff, inUse);
  }

  @Override
  public Optional<CartStatus.Work> worked() {
    Workshop.Outcome it = workshop.outcome();
    return it.staff().isEmpty()
        ? Optional.empty()
        : Optional.of(new CartStatus.Work(it.staff(), it.open(), it.results(), it.last()));
  }
}
