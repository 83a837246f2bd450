package pannier.app.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.BadInputException;
import pannier.app.json.JsonPlace;
import pannier.app.replay.RecordedTrip.Film;
import pannier.app.replay.RecordedTrip.Shop;
import pannier.app.sight.RimPlace;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.ProductId;

/** Reads {@code trip.json}. Every file that it names must be there. */
public final class RecordedTripReader {
  private final Path folder;

  private RecordedTripReader(Path folder) {
    this.folder = folder;
  }

  /** Reads {@code folder/trip.json}; the paths in it are relative to the folder. */
  public static RecordedTrip read(Path folder) throws BadInputException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder.toString(), "folder", "nothing there", "a recorded trip");
    }
    return new RecordedTripReader(folder).trip(JsonPlace.read(folder.resolve("trip.json")));
  }

  private RecordedTrip trip(JsonPlace trip) throws BadInputException {
    List<Film> cameras = new ArrayList<>();
    Optional<JsonPlace> films = trip.find("cameras");
    if (films.isPresent()) {
      for (JsonPlace film : films.get().elements()) {
        cameras.add(film(film));
      }
    }
    Optional<Path> scale = file(trip, "scale");
    if (cameras.isEmpty() && scale.isEmpty()) {
      throw trip.wrong("'cameras' or 'scale', or both");
    }
    return new RecordedTrip(cameras, scale, file(trip, "motion"), shop(trip));
  }

  private Film film(JsonPlace film) throws BadInputException {
    Optional<JsonPlace> offset = film.find("offset_ms");
    double offsetMillis = offset.isPresent() ? offset.get().number(-86_400_000, 86_400_000) : 0;
    return new Film(file(film.get("video")), RimPlace.read(film), offsetMillis);
  }

  private Shop shop(JsonPlace trip) throws BadInputException {
    List<Path> enrol = new ArrayList<>();
    Optional<JsonPlace> folders = trip.find("enrol");
    if (folders.isPresent()) {
      for (JsonPlace named : folders.get().elements()) {
        Path path = folder.resolve(named.text()).normalize();
        if (!Files.isDirectory(path)) {
          throw named.wrong("a folder of PRODUCT/*.jpg (%s is none)".formatted(path));
        }
        enrol.add(path);
      }
    }
    return new Shop(file(trip.get("catalogue")), enrol, file(trip, "gallery"), start(trip));
  }

  private static List<Content> start(JsonPlace trip) throws BadInputException {
    List<Content> start = new ArrayList<>();
    Optional<JsonPlace> lines = trip.find("start");
    if (lines.isPresent()) {
      for (JsonPlace line : lines.get().elements()) {
        ProductId product = new ProductId(line.get("product").text());
        start.add(new Content(product, line.get("pieces").whole(1, 1000)));
      }
    }
    return start;
  }

  private Optional<Path> file(JsonPlace parent, String key) throws BadInputException {
    Optional<JsonPlace> named = parent.find(key);
    return named.isPresent() ? Optional.of(file(named.get())) : Optional.empty();
  }

  private Path file(JsonPlace named) throws BadInputException {
    Path path = folder.resolve(named.text()).normalize();
    if (!Files.isRegularFile(path)) {
      throw named.wrong("a file (%s is none)".formatted(path));
    }
    return path;
  }
}
