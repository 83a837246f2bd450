package pannier.simulator.world;

import java.util.List;
import pannier.simulator.scale.Converter;
import pannier.simulator.shop.Article;

/**
 * What a simulated cart is made of.
 *
 * @param articles that can be bought, each with its pack
 * @param cameras over its rim, in the order of their indexes
 * @param converter of each load cell
 * @param seed of everything that is left to chance; equal seeds give equal readings to the byte
 */
public record WorldSpec(
    List<Article> articles, List<CameraSpec> cameras, Converter converter, long seed) {
  public WorldSpec {
    articles = List.copyOf(articles);
    cameras = List.copyOf(cameras);
  }

  /** One camera, HX711 cells of 10 kg. */
  public static WorldSpec simple(List<Article> articles, long seed) {
    return new WorldSpec(articles, List.of(CameraSpec.overNearRim(0)), Converter.HX711_10_KG, seed);
  }
}
