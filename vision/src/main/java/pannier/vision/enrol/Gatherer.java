package pannier.vision.enrol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import pannier.domain.catalogue.ProductId;
import pannier.hal.Frame;
import pannier.hal.camera.RecordedCamera;
import pannier.hal.camera.VideoCamera;
import pannier.vision.embed.Embedder;
import pannier.vision.motion.Shrinker;
import pannier.vision.photo.Photo;
import pannier.vision.photo.PhotoFolders;
import pannier.vision.recognise.Terminal;

/** Takes views out of photos and videos. */
final class Gatherer {
  /** Between views of a video: a product turned once in ten seconds has moved by 7 degrees. */
  private static final long VIEW_NANOS = 200_000_000;

  private final Embedder embedder;
  private final Terminal terminal;

  Gatherer(Embedder embedder, Terminal terminal) {
    this.embedder = embedder;
    this.terminal = terminal;
  }

  /**
   * All products in these folders of {@code PRODUCT/*.jpg}.
   *
   * @throws EnrolException when no photo of a product is fit
   */
  List<Harvest> photos(List<Path> folders) throws IOException {
    SortedMap<ProductId, List<Path>> photos = PhotoFolders.byProduct(folders);
    int of = photos.values().stream().mapToInt(List::size).sum();
    int done = 0;
    List<Harvest> harvests = new ArrayList<>();
    for (var product : photos.entrySet()) {
      Session session = new Session(ViewRules.photos());
      for (Path photo : product.getValue()) {
        Mat picture = Photo.read(photo);
        session.offer(picture);
        picture.release();
        terminal.progress("looked at photo", ++done, of);
      }
      Path first = product.getValue().getFirst();
      harvests.add(session.harvest(product.getKey(), String.valueOf(first.getParent())));
    }
    return harvests;
  }

  /**
   * A product that is turned in a video.
   *
   * @throws EnrolException when no view in it is fit
   */
  Harvest video(Path video, ProductId product) throws IOException {
    Session session = new Session(ViewRules.turned());
    try (RecordedCamera camera = VideoCamera.openFile(video, () -> Long.MAX_VALUE, 0);
        MovingItem item = new MovingItem()) {
      long dueNanos = 0;
      for (Optional<Frame> frame = camera.poll(); frame.isPresent(); frame = camera.poll()) {
        if (frame.get().timestampNanos() >= dueNanos) {
          dueNanos = frame.get().timestampNanos() + VIEW_NANOS;
          session.offerMoving(frame.get(), item);
          int seconds = (int) (frame.get().timestampNanos() / 1_000_000_000);
          terminal.progress(
              "looked at second", seconds, (int) (camera.endNanos() / 1_000_000_000) + 1);
        }
      }
      camera.requireIntact();
    }
    return session.harvest(product, video.toString());
  }

  /** One product's views, and what was refused. */
  private final class Session {
    private final ProductViews views;
    private final Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
    private int pictures;
    private boolean enough;

    Session(ViewRules rules) {
      views = new ProductViews(embedder::embed, rules);
    }

    void offer(Mat picture) {
      Progress progress = views.offer(picture);
      pictures++;
      progress.refusal().ifPresent(this::refuse);
      enough = progress.enough();
    }

    void offerMoving(Frame frame, MovingItem item) {
      Mat whole = Shrinker.view(frame);
      Optional<Rect> place = item.find(whole);
      if (place.isPresent()) {
        Mat part = whole.submat(place.get());
        offer(part);
        part.release();
      } else {
        pictures++;
        refuse(Refusal.NOTHING_MOVES);
      }
      whole.release();
    }

    private void refuse(Refusal refusal) {
      refused.merge(refusal, 1, Integer::sum);
    }

    Harvest harvest(ProductId product, String source) throws EnrolException {
      Harvest harvest = new Harvest(product, views.references(), pictures, refused, enough);
      if (harvest.references().isEmpty()) {
        throw new EnrolException(
            "%s: no view of %s can be kept (%s)".formatted(source, product, harvest.reasons()));
      }
      return harvest;
    }
  }
}
