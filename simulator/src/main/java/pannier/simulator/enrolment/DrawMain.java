package pannier.simulator.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import pannier.app.Exit;
import pannier.simulator.art.Livery;
import pannier.simulator.assortment.Assortment;
import pannier.simulator.parallel.Workers;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.Look;
import pannier.simulator.world.Chance;
import pannier.simulator.world.Wardrobe;
import pannier.vision.opencv.OpenCv;
import pannier.vision.recognise.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./pannier draw}: pictures of a made-up shop's products for {@code vision/training}, as
 * photos and as the cart's cameras see them. Packs that differ in size only are drawn once.
 */
@Command(
    name = "draw",
    mixinStandardHelpOptions = true,
    description = "Draws the products of a made-up shop: OUT/PRODUCT/photo-NN.jpg and cart-NN.jpg.")
public final class DrawMain implements Callable<Integer> {
  @Option(names = "--products", description = "how many to draw from, 20 to 1000 (default 600)")
  private int products = 600;

  @Option(names = "--shop", description = "which made-up shop; evaluate's own is 7 (default 1)")
  private long shop = 1;

  @Option(names = "--seed", description = "of poses, light and hands (default 1)")
  private long seed = 1;

  @Option(names = "--photos", description = "photos of each product, 0 to 99 (default 8)")
  private int photos = 8;

  @Option(names = "--puts", description = "how often each is put into the cart (default 3)")
  private int puts = 3;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write")
  private @Nullable Path out;

  private final Terminal terminal = new Terminal(System.err);

  private DrawMain() {}

  public static void main(String[] arguments) {
    System.exit(Exit.run(new CommandLine(new DrawMain()), arguments));
  }

  @Override
  public Integer call() throws IOException {
    OpenCv.load();
    List<Article> articles = distinct(Assortment.of(products, shop));
    AtomicInteger next = new AtomicInteger();
    Callable<Integer> worker =
        () -> {
          int done = 0;
          try (CartViews cart = new CartViews()) {
            for (int i = next.getAndIncrement(); i < articles.size(); i = next.getAndIncrement()) {
              draw(articles.get(i), cart);
              terminal.progress("product", next.get(), articles.size());
              done++;
            }
          }
          return done;
        };
    int threads = Runtime.getRuntime().availableProcessors();
    Workers.runAll(Collections.nCopies(threads, worker));
    return 0;
  }

  private static List<Article> distinct(List<Article> articles) {
    Set<List<String>> drawn = new HashSet<>();
    List<Article> distinct = new ArrayList<>();
    for (Article article : articles) {
      if (!(article.look() instanceof Look.Painted(Livery livery))
          || drawn.add(
              List.of(livery.brand().name(), livery.words().kind(), livery.words().variant()))) {
        distinct.add(article);
      }
    }
    return distinct;
  }

  private void draw(Article article, CartViews cart) throws IOException {
    Wardrobe wardrobe = new Wardrobe(List.of(article), new Chance(0));
    new EnrolmentPhotos(wardrobe, new Chance(seed)).write(folder(), List.of(article.id()), photos);
    Path own = Files.createDirectories(folder().resolve(article.id().value()));
    RandomGenerator random = new Chance(seed + 1).of("cart " + article.id().value());
    int number = 0;
    for (Mat view : cart.of(wardrobe.model(article.id()), puts, random)) {
      EnrolmentPhotos.save(own.resolve("cart-%02d.jpg".formatted(++number)), view);
      view.release();
    }
  }

  private Path folder() {
    return Objects.requireNonNull(out);
  }
}
