package pannier.simulator.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

class PhotoShopTest {
  @TempDir private Path folder;

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("catalogue.csv"),
        """
        product,name,unit,price,currency,mass_g,mass_sd_g
        lime,Lime,piece,0.40,EUR,72,7
        leek,Leek,piece,1.10,EUR,240,24
        """);
    photo("enrol/lime/1.jpg", 64);
    photo("enrol/leek/1.jpg", 64);
    photo("appear/lime/2.jpg", 96);
  }

  private void photo(String name, int widthPx) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Mat picture = new Mat(64, widthPx, CvType.CV_8UC3, new Scalar(40, 160, 90));
    assertTrue(Imgcodecs.imwrite(file.toString(), picture));
    picture.release();
  }

  @Test
  void itSellsWhatItHasPhotosOf() throws IOException {
    PhotoShop shop = PhotoShop.open(folder);
    assertEquals(1, shop.articles().size());
    Article lime = shop.articles().getFirst();
    assertEquals("lime", lime.id().value());
    assertEquals(1.5, lime.body().widthMetres() / lime.body().heightMetres(), 0.2);
    assertEquals(2, shop.catalogue().products().size());
  }

  @Test
  void aPhotoOfSomethingThatTheCatalogueDoesNotHaveIsSaid() throws IOException {
    photo("appear/kiwi/1.jpg", 64);
    IOException mistake = assertThrows(IOException.class, () -> PhotoShop.open(folder));
    assertTrue(String.valueOf(mistake.getMessage()).contains("kiwi"), mistake.toString());
  }

  @Test
  void aBrokenPhotoIsSaidBeforeAnyTripIsPlayed() throws IOException {
    Files.writeString(folder.resolve("appear/lime/3.jpg"), "no photo");
    IOException mistake = assertThrows(IOException.class, () -> PhotoShop.open(folder));
    assertTrue(String.valueOf(mistake.getMessage()).contains("3.jpg"), mistake.toString());
  }
}
