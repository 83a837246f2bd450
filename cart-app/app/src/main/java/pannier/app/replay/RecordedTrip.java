package pannier.app.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pannier.app.BadInputException;
import pannier.app.sight.Eyes;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.Sensors;
import pannier.pricing.csv.CatalogueCsv;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.gallery.Enrolment;
import pannier.vision.rim.Rim;

/**
 * What {@code trip.json} says of a recorded trip, its paths resolved.
 *
 * @param cameras in their order; may be empty
 * @param scale readings of the four cells, if a scale took part
 * @param motion tilt and acceleration, if they were recorded
 * @param shop what the cart was told before the trip
 */
public record RecordedTrip(
    List<Film> cameras, Optional<Path> scale, Optional<Path> motion, Shop shop) {
  public RecordedTrip {
    cameras = List.copyOf(cameras);
  }

  /** What suits the sensors that were recorded. */
  public CartConfig config() {
    return CartConfig.standard(new Sensors(cameras.size(), scale.isPresent())).withoutSale();
  }

  /**
   * The shop's products.
   *
   * @throws IOException one line if the file is broken, or does not have what lay in the basket
   */
  public Catalogue catalogue() throws IOException {
    Catalogue catalogue = CatalogueCsv.open(shop.catalogue);
    for (Content line : shop.start) {
      if (catalogue.find(line.product()).isEmpty()) {
        throw new BadInputException(
            "trip.json", "start", line.product().value(), "a product of the catalogue");
      }
    }
    return catalogue;
  }

  /** What the cart recognised with: the gallery that was kept, or one of the enrolment photos. */
  public Eyes eyes(Enrolment.Progress progress) throws IOException {
    if (cameras.isEmpty()) {
      return Eyes.open(List.of(), PrintedCodes.none(), progress);
    }
    PrintedCodes printed = PrintedCodes.of(catalogue());
    return shop.gallery.isPresent()
        ? Eyes.open(shop.gallery.get(), printed)
        : Eyes.open(shop.enrol, printed, progress);
  }

  /**
   * What one camera saw.
   *
   * @param offsetMillis where its first instant lies on the scale's clock
   */
  public record Film(Path video, Rim rim, double offsetMillis) {}

  /**
   * What the cart was told before the trip.
   *
   * @param enrol folders of {@code PRODUCT/*.jpg}
   * @param gallery made of such photos before, and used instead of them
   * @param start what lay in the basket when the recording began
   */
  public record Shop(
      Path catalogue, List<Path> enrol, Optional<Path> gallery, List<Content> start) {
    public Shop {
      enrol = List.copyOf(enrol);
      start = List.copyOf(start);
    }
  }
}
