package pannier.domain.trip;

import pannier.domain.reconcile.ReconcileConfig;
import pannier.domain.scale.ScaleConfig;

/** Everything that can be set about the heart. */
public record CartConfig(
    Sensors sensors, ScaleConfig scale, ReconcileConfig reconcile, TripConfig trip) {

  /** The defaults, whose numbers each record explains. */
  public static CartConfig standard(Sensors sensors) {
    return new CartConfig(
        sensors, ScaleConfig.standard(), ReconcileConfig.standard(), TripConfig.standard());
  }

  /** For a recording: nothing is sold, and so nothing is weighed for sale. */
  public CartConfig withoutSale() {
    return new CartConfig(sensors, scale, reconcile, trip.withoutSale());
  }
}
