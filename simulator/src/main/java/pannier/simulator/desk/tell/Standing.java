package pannier.simulator.desk.tell;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.opencv.core.Rect2d;
import pannier.app.bill.BillPrices;
import pannier.domain.basket.BasketLine;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.CartState;
import pannier.domain.trip.TripState;
import pannier.domain.trip.Watch;
import pannier.pricing.PricedBill;
import pannier.simulator.desk.eye.ShownCamera;
import pannier.simulator.desk.eye.Track;
import pannier.simulator.desk.play.Play;
import pannier.simulator.desk.play.RecordedPlay;
import pannier.simulator.desk.play.SimulatedPlay;
import pannier.simulator.desk.run.Pace;
import pannier.simulator.render.Seen;
import pannier.simulator.render.View;
import pannier.simulator.world.Lying;
import pannier.vision.camera.Onlooker.Area;
import pannier.vision.camera.Onlooker.Point;

/** How a trip stands at an instant, as JSON. */
final class Standing {
  /** A crossing stays in the pictures for so long. */
  private static final long TRACK_NANOS = 6_000_000_000L;

  private final Lines lines;

  Standing(Lines lines) {
    this.lines = lines;
  }

  ObjectNode of(Play play, Pace pace) {
    ObjectNode now = JsonNodeFactory.instance.objectNode();
    now.put("t", play.nanos() / 1e6).put("over", play.over());
    now.put("speed", pace.speed()).put("held", pace.isHeld());
    now.put("rate", Math.round(pace.rate() * 100) / 100.0);
    cameras(now.putArray("cameras"), play);
    play.state().ifPresent(state -> cart(now.putObject("cart"), play, state));
    switch (play) {
      case SimulatedPlay simulated -> world(now.putObject("world"), simulated);
      case RecordedPlay recorded -> now.put("end", recorded.endNanos() / 1e6);
    }
    return now;
  }

  private void cameras(ArrayNode list, Play play) {
    List<Watch.CameraWatch> watched =
        play.state().map(state -> state.watch().cameras()).orElse(List.of());
    for (int i = 0; i < play.cameras().size(); i++) {
      ShownCamera camera = play.cameras().get(i);
      ObjectNode one = list.addObject().put("n", camera.picture().number());
      if (i < watched.size()) {
        one.put("state", Lines.lower(watched.get(i).state()))
            .put("active", watched.get(i).active());
      }
      ArrayNode moving = one.putArray("moving");
      camera.areas().forEach(area -> area(moving.addArray(), area));
      ArrayNode tracks = one.putArray("tracks");
      for (Track track : camera.tracks()) {
        if (play.nanos() - track.crossedNanos() < TRACK_NANOS) {
          track(tracks.addObject(), track);
        }
      }
    }
  }

  private void track(ObjectNode to, Track track) {
    to.put("t", track.crossedNanos() / 1e6);
    to.put("direction", Lines.lower(track.place().direction()));
    to.put("unknown", Lines.thousandths(track.ranking().unknown()));
    area(to.putArray("rest"), track.place().rest());
    ArrayNode way = to.putArray("way");
    for (Point point : track.place().way()) {
      area(way.addArray(), point.area());
    }
    lines.candidates(to, track.ranking().candidates());
  }

  private static void area(ArrayNode to, Area area) {
    for (double side : new double[] {area.left(), area.top(), area.right(), area.bottom()}) {
      to.add(Lines.thousandths(side));
    }
  }

  private void cart(ObjectNode to, Play play, CartState state) {
    to.put("trip", state.trip().getClass().getSimpleName()).put("note", note(state.trip()));
    to.put("busy", state.busy()).put("lamp", Lines.lower(state.desk().colour()));
    to.put("off", Math.round(state.offGrams() * 10) / 10.0);
    ArrayNode untrusted = to.putArray("untrusted");
    state.untrusted().forEach(untrusted::add);
    PricedBill priced = BillPrices.of(state.basket(), play.catalogue());
    to.put("total", priced.total().toDecimal());
    to.put("currency", priced.total().currency().getCurrencyCode());
    ArrayNode basket = to.putArray("basket");
    for (int i = 0; i < state.basket().lines().size(); i++) {
      BasketLine line = state.basket().lines().get(i);
      lines
          .product(basket.addObject(), line.product())
          .put("pieces", line.pieces())
          .put("net", priced.lines().get(i).net().toDecimal());
    }
    ArrayNode open = to.putArray("open");
    state.open().forEach(decision -> open.add(lines.decision(decision)));
    ArrayNode pending = to.putArray("pending");
    state.belief().evidence().sightings().forEach(each -> pending.add(lines.sighting(each)));
    state.belief().evidence().steps().forEach(each -> pending.add(lines.weight(each)));
  }

  private static String note(TripState trip) {
    return switch (trip) {
      case TripState.Idle idle -> idle.ending().text();
      case TripState.NeedsStaff staff -> staff.call().text();
      case TripState.Declined declined -> declined.reason();
      case TripState.Settled settled -> settled.receiptId();
      case TripState.Shopping _, TripState.Asking _, TripState.Reviewing _, TripState.Settling _ ->
          "";
    };
  }

  private void world(ObjectNode to, SimulatedPlay play) {
    to.put("above", play.above().number()).put("on", play.cartIsOn());
    to.put("still", play.standsStill());
    to.put("grams", Math.round(play.world().contentGrams() * 10) / 10.0);
    ArrayNode faults = to.putArray("faults");
    play.faults().on().forEach(faults::add);
    ArrayNode lying = to.putArray("lying");
    View view = SimulatedPlay.FROM_ABOVE;
    for (Lying item : play.world().lying()) {
      Rect2d seen = Seen.of(item.model().mesh(), item.pose(), view);
      ObjectNode one = lines.product(lying.addObject(), item.product());
      one.put("rests", item.restNanos() <= play.nanos());
      ArrayNode box = one.putArray("box");
      box.add(Lines.thousandths(seen.x / view.widthPx()));
      box.add(Lines.thousandths(seen.y / view.heightPx()));
      box.add(Lines.thousandths((seen.x + seen.width) / view.widthPx()));
      box.add(Lines.thousandths((seen.y + seen.height) / view.heightPx()));
    }
    ArrayNode truth = to.putArray("truth");
    for (Map.Entry<ProductId, Integer> each : play.world().basket().entrySet()) {
      lines.product(truth.addObject(), each.getKey()).put("pieces", each.getValue());
    }
  }
}
