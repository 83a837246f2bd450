package pannier.simulator.render;

import java.util.List;
import java.util.random.RandomGenerator;
import org.opencv.core.Mat;
import pannier.simulator.art.WrapPainter;
import pannier.simulator.body.Body;
import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Vector;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.Look;

/** An article ready to be drawn: its mesh in its painted wrap. */
public record Model(Body body, Mesh mesh, Texture texture) {

  /**
   * Paints the article's wrap.
   *
   * @param random of the print, or of the photo that a piece wears; equal seeds give equal packs
   */
  public static Model of(Article article, RandomGenerator random) {
    Mat wrap =
        switch (article.look()) {
          case Look.Painted painted ->
              new WrapPainter(painted.livery(), article.gtin().orElse(""))
                  .paint(article.body(), random);
          case Look.Photographed real -> PhotoWrap.paint(real, article.body(), random);
        };
    Texture texture = Texture.of(wrap);
    wrap.release();
    return new Model(article.body(), article.body().mesh(), texture);
  }

  public Thing at(Pose pose) {
    return new Thing(mesh, pose, texture, body.gloss());
  }

  /** What keeps the light away when it is there: three balls along its height. */
  public List<Shadow> shadows(Pose pose) {
    double radius = Math.min(body.widthMetres(), 2 * body.depthMetres()) / 2;
    double reach = Math.max(0, body.heightMetres() / 2 - radius * 0.7);
    return List.of(
        new Shadow(pose.apply(new Vector(0, 0, -reach)), radius),
        new Shadow(pose.position(), radius),
        new Shadow(pose.apply(new Vector(0, 0, reach)), radius));
  }
}
