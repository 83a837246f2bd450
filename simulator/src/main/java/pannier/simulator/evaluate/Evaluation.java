package pannier.simulator.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import pannier.domain.catalogue.Catalogue;
import pannier.simulator.parallel.Workers;
import pannier.simulator.scale.Converter;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.ShopFiles;
import pannier.simulator.shopper.Trick;
import pannier.simulator.world.CameraSpec;
import pannier.simulator.world.CameraSpec.Shutter;
import pannier.simulator.world.Chance;
import pannier.simulator.world.WorldSpec;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Gallery;
import pannier.vision.recognise.ProductRecogniser;

/**
 * Trips of a seed in a shop.
 *
 * @param gallery that the carts recognise the shop's articles with
 */
record Evaluation(Shop shop, Gallery gallery, long seed, Habit habit) {
  /**
   * Two cameras at 15 frames a second, which a Raspberry Pi 4 keeps up with; every sixth while
   * nothing is near the rim.
   */
  private static final Shutter SHUTTER = new Shutter(15, 6, 1.0 / 60);

  private static final double ASIDE_METRES = 0.18;

  /** Of the trips, so many go through dim aisles: an estimate, to meet some in every batch. */
  private static final double DIM_SHARE = 0.2;

  /** Of the cameras, so many were touched since they were wiped: an estimate as well. */
  private static final double DIRTY_SHARE = 0.25;

  private static final int MOST_REPORTED = 20;

  /**
   * What is sold.
   *
   * @param articles that shoppers pick
   */
  record Shop(Catalogue catalogue, List<Article> articles) {
    Shop {
      articles = List.copyOf(articles);
    }

    /** The simulator's own. */
    static Shop of(List<Article> articles) {
      return new Shop(
          new Catalogue(ShopFiles.EURO, articles.stream().map(Article::product).toList()),
          articles);
    }
  }

  /**
   * Who shops.
   *
   * @param items a trip's mean number of items
   * @param adversarial the fraction of trips on which the shopper cheats
   * @param badLinks the fraction of trips that are settled over a link with a fault
   * @param breakdowns the fraction of trips on which cart or gate break down
   * @param tricks of which a cheat plays one; not empty
   */
  record Habit(
      double items, double adversarial, double badLinks, double breakdowns, List<Trick> tricks) {
    Habit {
      tricks = List.copyOf(tricks);
    }

    /** Honest shoppers at a gate that takes every payment at once. */
    static Habit honest(double items) {
      return new Habit(items, 0, 0, 0, List.of(Trick.values()));
    }
  }

  WorldSpec world(long worldSeed) {
    RandomGenerator random = new Chance(worldSeed).of("light and lenses");
    double light = random.nextDouble() < DIM_SHARE ? 0.3 + 0.4 * random.nextDouble() : 1;
    List<CameraSpec> cameras = new ArrayList<>();
    for (double aside : new double[] {-ASIDE_METRES, ASIDE_METRES}) {
      int smudges = random.nextDouble() < DIRTY_SHARE ? 1 + random.nextInt(3) : 0;
      cameras.add(CameraSpec.overNearRim(aside).with(SHUTTER).dimmed(light).smudged(smudges));
    }
    return new WorldSpec(shop.articles, cameras, Converter.HX711_10_KG, worldSeed);
  }

  /** Told after each trip, by any thread. */
  @FunctionalInterface
  interface Progress {
    void played(int done, int of);
  }

  /**
   * Plays trips 0 to {@code trips}, side by side.
   *
   * @return in the order of their numbers, whatever the number of threads
   */
  List<PlayedTrip> play(int trips, int threads, Progress progress) throws IOException {
    Map<Integer, PlayedTrip> played = new ConcurrentSkipListMap<>();
    AtomicInteger next = new AtomicInteger();
    Callable<Integer> worker =
        () -> {
          int done = 0;
          EmbeddingModel model = EmbeddingModel.bundled();
          try (ProductRecogniser recogniser =
              new ProductRecogniser(
                  Embedder.open(model), gallery, PrintedCodes.of(shop.catalogue))) {
            TripPlayer player = new TripPlayer(this, recogniser);
            for (int i = next.getAndIncrement(); i < trips; i = next.getAndIncrement()) {
              played.put(i, player.play(i));
              progress.played(played.size(), trips);
              done++;
            }
          }
          return done;
        };
    Workers.runAll(Collections.nCopies(threads, worker));
    return new ArrayList<>(played.values());
  }

  /** Writes a page about the wrong receipts among these trips. */
  void report(Path file, List<PlayedTrip> played) throws IOException {
    try (ProductRecogniser recogniser =
        new ProductRecogniser(
            Embedder.open(EmbeddingModel.bundled()), gallery, PrintedCodes.of(shop.catalogue))) {
      MistakeReport.write(file, played, new TripPlayer(this, recogniser), MOST_REPORTED);
    }
  }
}
