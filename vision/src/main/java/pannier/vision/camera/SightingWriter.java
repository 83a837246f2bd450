package pannier.vision.camera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Sighting;
import pannier.vision.Crop;
import pannier.vision.Ranking;
import pannier.vision.Recogniser;
import pannier.vision.motion.Box;
import pannier.vision.track.Change;
import pannier.vision.track.Crossing;
import pannier.vision.track.Waypoint;

/** Makes sightings of crossings: one for each item, or one for alike items that cross together. */
final class SightingWriter {
  private static final double SURE = 0.5;

  /** So many times as likely as another product. */
  private static final double CLEARLY = 3;

  private static final float ALIKE_LEVELS = 30;
  private static final float ALIKE_SIZE = 1.5f;

  /** An item and the hand that carries it take up so many times the item's own area, or less. */
  private static final double WITH_HAND = 1.6;

  /** What a cart can afford to embed and search for codes, once an item. */
  private static final int MOST_CROPS = 6;

  private final int camera;
  private final Recogniser recogniser;
  private final VisionConfig config;
  private final CropCutter cutter;
  private int written;
  private long recognitions;
  private @Nullable PictureKeeper keeper;

  SightingWriter(int camera, Recogniser recogniser, VisionConfig config) {
    this.camera = camera;
    this.recogniser = recogniser;
    this.config = config;
    cutter = new CropCutter(config);
  }

  /** Somebody wants a picture of each sighting from now on. */
  void keepPictures(PictureKeeper pictureKeeper) {
    keeper = pictureKeeper;
  }

  /**
   * A crossing and what its pictures show.
   *
   * @param clearest of them; empty where nobody keeps it
   */
  record Named(Crossing crossing, Ranking ranking, Optional<Snapshot> clearest) {}

  /** What is made of the pictures before they are let go. */
  private record Ranked(Ranking ranking, Optional<Snapshot> clearest) {}

  /**
   * Ranks what each crossing may have been, and leaves out what may have been a hand.
   *
   * @param before a frame from before the visit
   * @param after one from after it
   * @param during frames of the visit
   */
  List<Named> name(
      List<Crossing> crossings, QuietFrame before, QuietFrame after, VisitFrames during) {
    return crossings.stream()
        .map(
            crossing -> {
              Ranked ranked = rank(crossing, before, after, during);
              return new Named(crossing, ranked.ranking, ranked.clearest);
            })
        .filter(named -> !mayBeHand(named))
        .toList();
  }

  List<Sighting> write(List<Named> crossings) {
    List<List<Named>> groups = new ArrayList<>();
    for (Named named : crossings) {
      groups.stream()
          .filter(group -> group.stream().allMatch(other -> belong(named, other)))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(named), () -> groups.add(new ArrayList<>(List.of(named))));
    }
    return groups.stream().map(this::sighting).toList();
  }

  /** What rests across the rim is an arm, unless it is known to be a product. */
  private static boolean mayBeHand(Named named) {
    return named.crossing.change().atRim() && named.ranking.unknown() > SURE;
  }

  private Ranked rank(Crossing crossing, QuietFrame before, QuietFrame after, VisitFrames during) {
    recognitions++;
    boolean in = crossing.direction() == Direction.IN;
    QuietFrame shows = in ? after : before;
    List<Crop> crops = new ArrayList<>();
    try {
      Crop resting = cutter.resting(shows, crossing.change().blob(), shown(crossing));
      crops.add(resting);
      double restingSharpness = Sharpness.of(resting.bgr());
      for (Waypoint point : crossing.way()) {
        cutter.carried(during, point, shows.pixels(), restingSharpness).ifPresent(crops::add);
      }
      crops.sort(Comparator.comparingDouble(Crop::quality).reversed());
      Optional<Snapshot> clearest =
          keeper == null ? Optional.empty() : Optional.of(Snapshot.of(crops.getFirst().bgr()));
      List<Crop> shown = crops.subList(0, Math.min(MOST_CROPS, crops.size()));
      Ranking ranking = recogniser.recognise(shown);
      return new Ranked(withOwnCodes(ranking, crossing, in ? before : after), clearest);
    } finally {
      crops.forEach(crop -> crop.bgr().release());
    }
  }

  /**
   * Leaves out what is read where the item was, too, while it was not there: a neighbour's code
   * beside it or behind it.
   */
  private Ranking withOwnCodes(Ranking ranking, Crossing crossing, QuietFrame without) {
    if (ranking.codes().isEmpty()) {
      return ranking;
    }
    Box everywhere =
        crossing.way().stream()
            .map(Waypoint::place)
            .reduce(crossing.change().blob().box(), Box::with);
    Crop place = cutter.all(without, everywhere);
    try {
      return ranking.without(recogniser.recognise(List.of(place)).codes());
    } finally {
      place.bgr().release();
    }
  }

  /**
   * How much of itself an item shows at its place, 0 to 1, judged by how large it was on its way: a
   * hand around it does not count.
   */
  private static double shown(Crossing crossing) {
    long[] areas =
        crossing.way().stream().mapToLong(point -> area(point.place())).sorted().toArray();
    if (areas.length == 0) {
      return 1;
    }
    double onItsWay = areas[areas.length / 2];
    return Math.min(1, WITH_HAND * area(crossing.change().blob().box()) / onItsWay);
  }

  private static long area(Box box) {
    return (long) box.widthCells() * box.heightCells();
  }

  private boolean belong(Named one, Named other) {
    long apartNanos = Math.abs(one.crossing.timestampNanos() - other.crossing.timestampNanos());
    return one.crossing.direction() == other.crossing.direction()
        && apartNanos <= config.togetherNanos()
        && (sameProduct(one.ranking, other.ranking)
            || (lookAlike(one.crossing.change(), other.crossing.change())
                && !told(one.ranking, other.ranking)));
  }

  /** Alike from afar, but each picture says clearly that it is not what the other shows. */
  private static boolean told(Ranking one, Ranking other) {
    return !one.candidates().isEmpty()
        && !other.candidates().isEmpty()
        && prefers(one, other.candidates().getFirst().product())
        && prefers(other, one.candidates().getFirst().product());
  }

  private static boolean prefers(Ranking ranking, ProductId to) {
    return ranking.candidates().getFirst().probability()
        > CLEARLY * Candidate.probabilityOf(ranking.candidates(), to);
  }

  private static boolean sameProduct(Ranking one, Ranking other) {
    return !one.candidates().isEmpty()
        && !other.candidates().isEmpty()
        && one.candidates().getFirst().probability() >= SURE
        && other.candidates().getFirst().probability() >= SURE
        && one.candidates().getFirst().product().equals(other.candidates().getFirst().product());
  }

  private static boolean lookAlike(Change one, Change other) {
    float apart = one.colour().apart(other.colour());
    float sizes = (float) one.blob().size() / other.blob().size();
    return apart <= ALIKE_LEVELS && sizes <= ALIKE_SIZE && 1 / sizes <= ALIKE_SIZE;
  }

  private Sighting sighting(List<Named> group) {
    Named surest = group.getFirst();
    long sumNanos = 0;
    for (Named named : group) {
      sumNanos += named.crossing.timestampNanos() - surest.crossing.timestampNanos();
    }
    long nanos = surest.crossing.timestampNanos() + sumNanos / group.size();
    for (Named named : group) {
      if (named.ranking.unknown() < surest.ranking.unknown()) {
        surest = named;
      }
    }
    Ranking ranking = surest.ranking;
    PictureKeeper wants = keeper;
    if (wants != null) {
      surest.clearest.ifPresent(picture -> wants.keep(camera, written + 1, picture.jpeg()));
    }
    return new Sighting(
        ++written,
        camera,
        nanos,
        surest.crossing.direction(),
        group.size(),
        ranking.candidates(),
        ranking.unknown(),
        ranking.codes(),
        ranking.clarity());
  }

  long recognitions() {
    return recognitions;
  }
}
