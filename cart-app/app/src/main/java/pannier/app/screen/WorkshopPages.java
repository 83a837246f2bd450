package pannier.app.screen;

import java.io.IOException;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.app.workshop.Bench;
import pannier.app.workshop.Workshop;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.web.Answer;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.web.Request;
import pannier.web.Response;

/** The workshop on the cart's own screen. What the cameras see is shown on this machine alone. */
record WorkshopPages(Optional<Workshop> workshop, Catalogue catalogue) {
  private static final String DEEDS = "menu, align, rim, enrol, keep, calibrate, placed or leave";

  /** What is shown; empty while nobody works at the cart. */
  Optional<Bench> bench() {
    return workshop.flatMap(Workshop::bench);
  }

  Answer picture(Request request) throws HttpProblem {
    if (!request.local()) {
      throw new HttpProblem(403, "what the cameras see is shown on the cart's own screen alone");
    }
    return workshop
        .flatMap(Workshop::picture)
        .map(jpeg -> Response.bytes("image/jpeg", jpeg).with("Cache-Control", "no-store"))
        .orElseGet(Response::done);
  }

  void touch(Request request) throws HttpProblem {
    if (!request.local()) {
      throw new HttpProblem(403, "staff work at the cart itself");
    }
    Workshop open =
        workshop
            .filter(Workshop::isOpen)
            .orElseThrow(() -> new HttpProblem(409, "staff open the workshop on their console"));
    try {
      act(open, request.json());
    } catch (HttpProblem e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, "this cannot be: " + e.getMessage());
    } catch (IOException e) {
      Logger.error(e, "workshop");
      throw new HttpProblem(409, String.valueOf(e.getMessage()));
    }
  }

  private void act(Workshop open, JsonBody body) throws IOException {
    String deed = body.text("deed", 20, DEEDS);
    switch (deed) {
      case "menu" -> open.menu();
      case "align" -> open.align(body.whole("camera", 0, 15));
      case "rim" ->
          open.drawn(
              body.number("x0", 0, 1),
              body.number("y0", 0, 1),
              body.number("x1", 0, 1),
              body.number("y1", 0, 1));
      case "enrol" -> open.enrol(product(body));
      case "keep" -> open.keep();
      case "calibrate" -> open.calibrate(body.whole("grams", 1_000, 10_000));
      case "placed" -> open.placed();
      case "leave" -> open.left();
      default -> throw HttpProblem.wrong("deed", deed, DEEDS);
    }
  }

  private Product product(JsonBody body) throws HttpProblem {
    String id = body.text("product", 200, "a product's id");
    return catalogue
        .find(new ProductId(id))
        .orElseThrow(() -> HttpProblem.wrong("product", id, "a product of this shop"));
  }
}
