package pannier.simulator.bench;

import java.util.ArrayList;
import java.util.List;

/** Search among references. */
final class GallerySection implements Section {
  private static final double CLEARLY = 0.5;

  @Override
  public List<String> names() {
    return List.of("gallery_1k", "gallery_10k", "gallery_100k");
  }

  @Override
  public List<Row> measure(Pace pace) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (String name : names()) {
      String thousands = name.substring("gallery_".length(), name.length() - 1);
      Times times = pace.run(ContestName.GALLERY, thousands + "000");
      rows.add(
          Row.of(
                  name,
                  times.ratio("gallery", "plain loop"),
                  "a plain loop over the same references, without calibration and ranking",
                  name.equals("gallery_100k") ? CLEARLY : null)
              .with("ms", times.micros("gallery").median() / 1e3)
              .with("peer_ms", times.micros("plain loop").median() / 1e3));
    }
    return rows;
  }
}
