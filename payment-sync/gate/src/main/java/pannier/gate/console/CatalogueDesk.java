package pannier.gate.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.csv.BadCatalogueException;
import pannier.pricing.csv.BadCell;
import pannier.pricing.csv.CatalogueFile;
import pannier.web.HttpProblem;
import pannier.web.Request;
import pannier.web.Response;

/**
 * A new catalogue from a manager's browser: tried first, then put in the place of the old one,
 * whole or not at all. The gate sells by it from its next start.
 *
 * @param target the gate's own catalogue; empty: it cannot be changed from here
 */
record CatalogueDesk(Optional<Path> target, String currency, StaffLog log) {
  private static final int MOST_BYTES = 16 << 20;

  /** More are not read to their end. */
  private static final int MOST_FAULTS = 200;

  Response take(String staff, Request request) throws IOException {
    boolean dry = request.query("dry").isPresent();
    boolean json = request.header("Content-Type").orElse("").startsWith("application/json");
    Path place = target.orElseThrow(() -> Refusal.NO_IMPORT.problem());
    Path folder = Objects.requireNonNullElse(place.toAbsolutePath().getParent(), Path.of("/"));
    Path fresh = Files.createTempFile(folder, ".import", json ? ".json" : ".csv");
    try {
      Files.write(fresh, request.body(MOST_BYTES));
      Assortment assortment = CatalogueFile.open(fresh);
      String found = assortment.catalogue().currency().getCurrencyCode();
      if (!found.equals(currency)) {
        throw HttpProblem.wrong("currency", found, currency + ", as the gate takes it");
      }
      int products = assortment.catalogue().products().size();
      if (!dry) {
        log.write(new StaffLog.Deed(staff, "catalogue", products + " products", ""));
        CatalogueFile.write(assortment, place, folder);
      }
      return Response.json(
          Map.of("products", products, "imported", !dry, "faults", List.of(), "count", 0));
    } catch (BadCatalogueException e) {
      return Response.json(
          Map.of(
              "products",
              0,
              "imported",
              false,
              "count",
              e.faults().size(),
              "faults",
              e.faults().stream().limit(MOST_FAULTS).map(CatalogueDesk::fault).toList()));
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static Map<String, Object> fault(BadCell fault) {
    return Map.of(
        "line", fault.line(),
        "field", fault.column(),
        "found", fault.found(),
        "wanted", fault.wanted());
  }
}
