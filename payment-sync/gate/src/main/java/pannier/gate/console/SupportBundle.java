package pannier.gate.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import pannier.gate.fleet.Fleet;
import pannier.wire.CartStatus;

/**
 * What somebody far away needs to help: figures, versions and states. Nothing in it names a person,
 * a trip, a receipt or a thing that was bought.
 */
record SupportBundle(ConsoleParts parts, Board board, Metrics metrics) {
  private static final int DAYS = 7;

  byte[] zip() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "about.json", json.writeValueAsBytes(about()));
      put(zip, "metrics.txt", metrics.text().getBytes(StandardCharsets.UTF_8));
      put(zip, "carts.json", json.writeValueAsBytes(carts()));
      put(zip, "days.json", json.writeValueAsBytes(days()));
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private Map<String, Object> about() throws IOException {
    Runtime runtime = Runtime.getRuntime();
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("at", parts.clock().instant().toString());
    about.put("zone", parts.zone().getId());
    about.put("java", System.getProperty("java.vm.version"));
    about.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    about.put("arch", System.getProperty("os.arch"));
    about.put("processors", runtime.availableProcessors());
    about.put("heapMostBytes", runtime.maxMemory());
    about.put("logIsWhole", parts.log().tampered().isEmpty());
    about.put("capturesDue", parts.ledger().due());
    return about;
  }

  private List<Map<String, Object>> carts() {
    List<Map<String, Object>> carts = new ArrayList<>();
    for (Fleet.Seen seen : parts.fleet().carts()) {
      Map<String, Object> cart = new LinkedHashMap<>();
      cart.put("cart", seen.cartId());
      cart.put("state", seen.status().state());
      cart.put("silent", parts.fleet().silent(seen));
      cart.put("held", seen.status().open().stream().filter(CartStatus.Open::held).count());
      cart.put("asked", seen.status().open().stream().filter(open -> !open.held()).count());
      cart.put("doubts", seen.status().doubts());
      cart.put("orders", seen.orders());
      carts.add(cart);
    }
    return carts;
  }

  /** How many payments and what staff did, by kind, of the last days. */
  private List<Map<String, Object>> days() throws IOException {
    List<Map<String, Object>> days = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(parts.clock().instant(), parts.zone());
    for (int back = 0; back < DAYS; back++) {
      LocalDate day = today.minusDays(back);
      ConsoleView.Sum sum = board.sum(board.of(day));
      Map<String, Integer> deeds = new TreeMap<>();
      parts
          .log()
          .between(board.start(day), board.start(day.plusDays(1)))
          .forEach(entry -> deeds.merge(entry.deed().deed(), 1, Integer::sum));
      days.add(
          Map.of(
              "day",
              day.toString(),
              "paid",
              sum.paid(),
              "declined",
              sum.declined(),
              "deeds",
              deeds));
    }
    return days;
  }
}
