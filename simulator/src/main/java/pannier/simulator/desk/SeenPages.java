package pannier.simulator.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import pannier.app.screen.ProductPictures.Picture;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.simulator.desk.eye.LivePicture;
import pannier.simulator.desk.eye.ShownCamera;
import pannier.simulator.desk.play.Play;
import pannier.simulator.desk.play.RecordedPlay;
import pannier.simulator.desk.play.SimulatedPlay;
import pannier.vision.rim.Rim;
import pannier.web.EventStream;
import pannier.web.HttpProblem;
import pannier.web.Pages;
import pannier.web.Request;
import pannier.web.Response;
import pannier.web.Routes;

/** What the page of the simulator sees. */
final class SeenPages {
  private final Workshop workshop;

  SeenPages(Workshop workshop) {
    this.workshop = workshop;
  }

  void addTo(Routes routes) {
    Pages files = new Pages(SeenPages.class, "files");
    routes
        .get("/", files.page("index.html"))
        .get("/desk/*", files::byRest)
        .get("/sim/now", request -> EventStream.of(workshop.teller().feed()))
        .get("/sim/play", request -> play())
        .get("/sim/more", this::more)
        .get("/sim/camera/*", this::camera)
        .get("/sim/above", request -> above())
        .get("/sim/product/*", this::product);
  }

  private Play playing() throws HttpProblem {
    return workshop.play().orElseThrow(() -> new HttpProblem(503, "no trip is played yet"));
  }

  /** What does not change while a trip is played. */
  private Response play() throws HttpProblem {
    Play play = playing();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", play instanceof SimulatedPlay ? "simulated" : "recorded");
    body.put("name", play.name());
    if (play instanceof RecordedPlay recorded) {
      body.put("end", recorded.endNanos() / 1e6);
    }
    ArrayNode products = body.putArray("products");
    for (Product product : play.catalogue().products()) {
      ObjectNode one = products.addObject().put("id", product.id().value());
      one.put("name", product.name()).put("price", product.price().toDecimal());
      one.put("unit", product.unit() == SaleUnit.PIECE ? "piece" : "kg");
      one.put("grams", product.pieceMass().mean().grams());
    }
    body.put("currency", play.catalogue().currency().getSymbol());
    body.putArray("screens").add("/cart").add("/staff").add("/phone");
    ArrayNode cameras = body.putArray("cameras");
    for (ShownCamera camera : play.cameras()) {
      Rim rim = camera.rim();
      ArrayNode line = cameras.addObject().putArray("rim");
      line.add(rim.x0()).add(rim.y0()).add(rim.x1()).add(rim.y1());
    }
    return Response.json(body);
  }

  /** The story and the curves from where the page has them. */
  private Response more(Request request) throws HttpProblem {
    int play = (int) number(request, "play");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("story").addAll(workshop.teller().story(play, (int) number(request, "story")));
    rows(body.putArray("cells"), workshop.teller().cells(play, number(request, "cells")));
    rows(body.putArray("motion"), workshop.teller().motion(play, number(request, "motion")));
    return Response.json(body);
  }

  private static void rows(ArrayNode to, List<double[]> rows) {
    for (double[] row : rows) {
      ArrayNode one = to.addArray();
      for (double value : row) {
        one.add(value);
      }
    }
  }

  private static double number(Request request, String name) throws HttpProblem {
    String text = request.query(name).orElse("");
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw HttpProblem.wrong(name, text.isEmpty() ? "nothing" : text, "a number");
    }
  }

  private Response camera(Request request) throws HttpProblem {
    List<ShownCamera> cameras = playing().cameras();
    for (int i = 0; i < cameras.size(); i++) {
      if (request.rest().equals(String.valueOf(i))) {
        return shot(cameras.get(i).picture());
      }
    }
    throw new HttpProblem(404, "camera %s of %d".formatted(request.rest(), cameras.size()));
  }

  private Response above() throws HttpProblem {
    if (playing() instanceof SimulatedPlay simulated) {
      return shot(simulated.above());
    }
    throw new HttpProblem(404, "a recorded trip was not seen from above");
  }

  private static Response shot(LivePicture picture) throws HttpProblem {
    Optional<LivePicture.Shot> shot = picture.ask();
    if (shot.isEmpty()) {
      throw new HttpProblem(404, "no picture yet");
    }
    return Response.bytes("image/jpeg", shot.get().jpeg())
        .with("X-Picture", String.valueOf(shot.get().number()));
  }

  private Response product(Request request) throws HttpProblem {
    try {
      Picture picture =
          playing()
              .pictures()
              .find(request.rest())
              .orElseThrow(() -> new HttpProblem(404, "nobody has a picture of it"));
      return Response.bytes(picture.type(), picture.bytes()).with("Cache-Control", "max-age=3600");
    } catch (HttpProblem e) {
      throw e;
    } catch (IOException e) {
      throw new HttpProblem(404, "its picture cannot be read");
    }
  }
}
