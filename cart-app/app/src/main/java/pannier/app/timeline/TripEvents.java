package pannier.app.timeline;

import java.util.List;
import java.util.Optional;
import pannier.domain.basket.Basket;
import pannier.domain.evidence.Episode;
import pannier.domain.evidence.SensorEvent;
import pannier.domain.money.Money;
import pannier.domain.reconcile.Decision;
import pannier.domain.weighing.Weighing;

/** Told what happens while a trip is played. */
public interface TripEvents {
  /** An episode was settled: these sightings belong to it. */
  void episode(Episode episode);

  void decision(Decision decision);

  void sensor(SensorEvent event);

  /** Something was weighed to be sold by its mass. */
  void weighing(Weighing weighing);

  /** The end: what is in the basket, and how many questions and holds are open. */
  void basket(Basket basket, int unresolved, Money total);

  /** What follows is the journal's trip {@code number}. */
  void trip(int number);

  /** Decision {@code number} would be made differently today. */
  void changed(int number, Optional<Decision> then, Optional<Decision> now);

  /** How many decisions were compared with today's, and how many of them differ. */
  void compared(int decisions, int different);

  /** All that one step gave, in a fixed order. */
  default void step(List<Episode> episodes, List<SensorEvent> sensors, List<Decision> decisions) {
    sensors.forEach(this::sensor);
    episodes.forEach(this::episode);
    decisions.forEach(this::decision);
  }
}
