package pannier.app.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.workshop.RimFile;
import pannier.app.workshop.Workshop;
import pannier.domain.gs1.RestrictedRule;
import pannier.vision.rim.Rim;
import pannier.wire.TenderOffer;

/**
 * What a cart is told at its start.
 *
 * @param cartId what the cart is called in the store
 * @param data the folder of journal, outbox and pairing; made where it is missing
 * @param tenders that the shopper may choose from; the first one pays where they choose nothing
 * @param screen where the shopper's screen is served
 */
record CartSettings(
    String cartId,
    Path data,
    Shop shop,
    List<Eye> cameras,
    List<TenderOffer> tenders,
    ScreenPlace screen) {
  CartSettings {
    cameras = List.copyOf(cameras);
    tenders = List.copyOf(tenders);
  }

  /** With what staff showed the cart and drew on its screen since: its folder has both. */
  CartSettings asShown() throws IOException {
    List<Rim> rims = new RimFile(data).orElse(cameras.stream().map(Eye::rim).toList());
    List<Eye> eyes = new ArrayList<>();
    for (Eye eye : cameras) {
      eyes.add(new Eye(eye.source(), rims.get(eyes.size())));
    }
    Path shown = data.resolve(Workshop.SHOWN);
    List<Path> enrol = new ArrayList<>(shop.enrol());
    if (Files.isDirectory(shown)) {
      enrol.add(shown);
    }
    Shop more = new Shop(shop.catalogue(), enrol, shop.labels());
    return new CartSettings(cartId, data, more, eyes, tenders, screen);
  }

  /**
   * @param catalogue CSV
   * @param enrol folders of {@code PRODUCT/*.jpg}
   * @param labels how its scales write a price or a mass into numbers of its own; empty: as is
   *     usual
   */
  record Shop(Path catalogue, List<Path> enrol, Optional<List<RestrictedRule>> labels) {
    Shop {
      enrol = List.copyOf(enrol);
      labels = labels.map(List::copyOf);
    }
  }

  /**
   * @param address port 0 takes any that is free
   * @param phonePage the gate's phone page, for the code beside a receipt; empty: none
   */
  record ScreenPlace(InetSocketAddress address, String phonePage) {}

  /** A camera and where it shows the rim. */
  record Eye(Source source, Rim rim) {}

  /** Where a camera's frames come from. */
  sealed interface Source {
    /** A V4L2 device such as {@code /dev/video0}. */
    record Device(String path, int widthPx, int heightPx, int fps) implements Source {}

    /** A video file that plays once from the cart's start, to try a cart without a camera. */
    record Film(Path file) implements Source {}
  }
}
