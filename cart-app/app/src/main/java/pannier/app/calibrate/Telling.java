package pannier.app.calibrate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;
import pannier.domain.calibration.Plateau;
import pannier.domain.calibration.Procedure;

/** What the procedure says, in words or as JSON. */
final class Telling {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final PrintStream out;
  private final boolean json;

  Telling(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void step(Procedure.Step step, int number) {
    if (json) {
      print(node("step").put("step", name(step)).put("say", step.words()));
    } else {
      print("%d/%d  %s".formatted(number, Procedure.Step.values().length, step.words()));
    }
  }

  void weighed(Procedure.Step step, Plateau plateau) {
    if (json) {
      ObjectNode node = node("weighed").put("step", name(step)).put("samples", plateau.samples());
      node.putArray("counts")
          .add(plateau.counts().frontLeft())
          .add(plateau.counts().frontRight())
          .add(plateau.counts().rearLeft())
          .add(plateau.counts().rearRight());
      print(node.put("noise_counts", plateau.noiseCounts()));
    }
  }

  void again(String reason) {
    if (json) {
      print(node("again").put("reason", reason));
    } else {
      print("      once more: " + reason);
    }
  }

  void done(Procedure.Done done, String file) {
    Procedure.Report report = done.report();
    if (json) {
      print(
          node("calibrated")
              .put("corner_error_g", rounded(report.cornerErrorGrams()))
              .put("repeat_error_g", rounded(report.repeatErrorGrams()))
              .put("zero_error_g", rounded(report.zeroErrorGrams()))
              .put("noise_g", rounded(report.noiseGrams()))
              .put("file", file));
    } else {
      print(
          "Calibrated. Corners within %.2f g, repeated within %.2f g, empty within %.2f g; noise %.2f g a sample."
              .formatted(
                  report.cornerErrorGrams(),
                  report.repeatErrorGrams(),
                  report.zeroErrorGrams(),
                  report.noiseGrams()));
      print(file.isEmpty() ? "A rehearsal: nothing was written." : "Written to " + file + ".");
    }
  }

  private static ObjectNode node(String event) {
    return MAPPER.createObjectNode().put("event", event);
  }

  private static double rounded(double grams) {
    return Math.round(grams * 1000) / 1000.0;
  }

  private static String name(Procedure.Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  private void print(Object line) {
    out.println(line);
    out.flush();
  }
}
