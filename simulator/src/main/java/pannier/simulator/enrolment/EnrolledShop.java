package pannier.simulator.enrolment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import pannier.domain.catalogue.Catalogue;
import pannier.simulator.assortment.Assortment;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.PhotoShop;
import pannier.simulator.shop.ShopFiles;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.gallery.Enrolment;
import pannier.vision.gallery.Gallery;
import pannier.vision.recognise.ProductRecogniser;

/**
 * A shop whose products a cart can recognise.
 *
 * @param catalogue what the cart knows of the products
 * @param articles that shoppers pick
 * @param gallery that carts recognise them with
 */
public record EnrolledShop(Catalogue catalogue, List<Article> articles, Gallery gallery) {
  private static final int PHOTOS_EACH = 8;

  public EnrolledShop {
    articles = List.copyOf(articles);
  }

  /**
   * The simulator's own. OpenCV must have been loaded.
   *
   * @param products 20 to 1,000
   * @param threads that draw and embed where the gallery was not kept
   */
  public static EnrolledShop own(int products, int threads, Enrolment.Progress progress)
      throws IOException {
    List<Article> articles = Assortment.of(products);
    Catalogue catalogue =
        new Catalogue(ShopFiles.EURO, articles.stream().map(Article::product).toList());
    return new EnrolledShop(
        catalogue, articles, new ShopGallery(articles, PHOTOS_EACH).open(threads, progress));
  }

  /**
   * One of real photos, see {@link PhotoShop}.
   *
   * @throws IOException one line, if a file is missing, broken or of a product that the catalogue
   *     does not have
   */
  public static EnrolledShop ofPhotos(Path folder, Enrolment.Progress progress) throws IOException {
    PhotoShop shop = PhotoShop.open(folder);
    try (ProductRecogniser enrolled =
        ProductRecogniser.enrolled(List.of(shop.enrol()), PrintedCodes.none(), progress)) {
      return new EnrolledShop(shop.catalogue(), shop.articles(), enrolled.gallery());
    }
  }
}
