package pannier.simulator.desk.play;

import pannier.app.screen.ProductPictures;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.Sensors;
import pannier.simulator.desk.play.CartProgram.Mind;
import pannier.vision.Recogniser;

/**
 * What a cart is told about its shop.
 *
 * @param recogniser of all its cameras; stays its owner's
 * @param modelDigest SHA-256 of its model, hexadecimal
 * @param pictures of its products, for people
 */
public record Shopping(
    Catalogue catalogue, Recogniser recogniser, String modelDigest, ProductPictures pictures) {
  Mind mind(int cameras) {
    return new Mind(
        catalogue, CartConfig.standard(new Sensors(cameras, true)), recogniser, modelDigest);
  }
}
