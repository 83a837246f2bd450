package pannier.simulator.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.opencv.core.Mat;
import pannier.app.BadInputException;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.pricing.csv.CatalogueCsv;
import pannier.simulator.body.Box;
import pannier.vision.photo.Photo;
import pannier.vision.photo.PhotoFolders;

/**
 * A shop of real photos: {@code catalogue.csv}, {@code enrol/PRODUCT/*.jpg} for the gallery, {@code
 * appear/PRODUCT/*.jpg} for what the items look like.
 *
 * @param articles those with photos in {@code appear}, in the order of their names
 * @param enrol the folder that the gallery is made of
 */
public record PhotoShop(Catalogue catalogue, List<Article> articles, Path enrol) {
  private static final double USUAL_METRES = 0.15;
  private static final double USUAL_GRAMS = 400;
  private static final double DEPTH_METRES = 0.04;

  public PhotoShop {
    articles = List.copyOf(articles);
  }

  /**
   * Reads it; every photo of {@code appear} is looked at once.
   *
   * @throws IOException one line, if a file is missing, broken or of a product that the catalogue
   *     does not have
   */
  public static PhotoShop open(Path folder) throws IOException {
    Catalogue catalogue = CatalogueCsv.open(folder.resolve("catalogue.csv"));
    Path enrol = folder.resolve("enrol");
    for (ProductId product : PhotoFolders.byProduct(enrol).keySet()) {
      known(catalogue, enrol, product);
    }
    Path appear = folder.resolve("appear");
    SortedMap<ProductId, List<Path>> photos = PhotoFolders.byProduct(appear);
    List<Article> articles = new ArrayList<>();
    for (ProductId id : photos.keySet()) {
      List<Path> own = photos.getOrDefault(id, List.of());
      Product product = known(catalogue, appear, id);
      articles.add(new Article(product, body(product, aspect(own)), new Look.Photographed(own)));
    }
    return new PhotoShop(catalogue, articles, enrol);
  }

  private static Product known(Catalogue catalogue, Path folder, ProductId id)
      throws BadInputException {
    return catalogue
        .find(id)
        .orElseThrow(
            () ->
                new BadInputException(
                    folder.toString(), id.value(), "a folder of it", "a product of catalogue.csv"));
  }

  /** The mean width over height of its photos. */
  private static double aspect(List<Path> photos) throws IOException {
    double sum = 0;
    for (Path photo : photos) {
      Mat picture = Photo.read(photo);
      sum += (double) picture.cols() / picture.rows();
      picture.release();
    }
    return sum / photos.size();
  }

  /**
   * A thin box, its front as wide as its photos. Photos in shops show a hand's width to two of the
   * goods and their neighbours, so that is what an item shows of itself, more if it is heavy.
   */
  private static Box body(Product product, double aspect) {
    double heavier = Math.cbrt(product.pieceMass().mean().grams() / USUAL_GRAMS);
    double tall = Math.clamp(USUAL_METRES * heavier, 0.12, 0.2);
    double wide = Math.clamp(tall * aspect, 0.08, 0.2);
    return new Box(wide, DEPTH_METRES, tall, 0);
  }
}
