package pannier.vision.recognise;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.ProductId;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Enrolment;
import pannier.vision.gallery.Gallery;
import pannier.vision.photo.PhotoException;
import pannier.vision.photo.PhotoFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code pannier recognise}: the recogniser alone, on photos. */
@Command(
    name = "recognise",
    description = "Measures the recogniser on photos, with a gallery built from other photos.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RecogniseMain implements Callable<Integer> {
  @Option(
      names = "--enrol",
      required = true,
      split = ",",
      paramLabel = "DIR",
      description = "Folders of PRODUCT/*.jpg to build the gallery from.")
  private List<Path> enrol = List.of();

  @Option(
      names = "--photos",
      required = true,
      paramLabel = "DIR",
      description = "Folder of PRODUCT/*.jpg to recognise.")
  private Path photos = Path.of("");

  @Option(
      names = "--unknown",
      paramLabel = "DIR",
      description = "Folder of photos that show nothing enrolled.")
  private @Nullable Path unknown;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Folder of another embedding.tflite and embedding.json.")
  private @Nullable Path model;

  @Option(names = "--json", description = "One JSON object instead of a table.")
  private boolean json;

  private final PrintStream out;
  private final PrintStream err;

  RecogniseMain(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) {
    System.exit(run(Exit.standardOutput(), System.err, arguments));
  }

  /** The whole command but for the exit. */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    return Exit.run(
        new RecogniseMain(out, err), "recognise", err, List.of(PhotoException.class), arguments);
  }

  @Override
  public Integer call() throws IOException {
    Measurement measured = measure();
    out.println(json ? Report.json(measured) : Report.table(measured));
    return Exit.DONE;
  }

  private Measurement measure() throws IOException {
    SortedMap<ProductId, List<Path>> labelled = PhotoFolders.byProduct(photos);
    List<Path> strangers = unknown == null ? null : PhotoFolders.all(unknown);
    SortedMap<ProductId, List<Path>> enrolled = PhotoFolders.byProduct(enrol);
    for (ProductId product : labelled.keySet()) {
      if (!enrolled.containsKey(product)) {
        throw new PhotoException(
            "%s: no such product is enrolled; things that are not belong to --unknown"
                .formatted(photos.resolve(product.value())));
      }
    }
    Terminal terminal = new Terminal(err);
    try (Embedder embedder = Embedder.open(chosenModel())) {
      Gallery gallery =
          new Enrolment(embedder)
              .folders(enrol, (done, of) -> terminal.progress("enrolled", done, of));
      return new PhotoTrial(embedder, gallery)
          .run(labelled, strangers, (done, of) -> terminal.progress("recognised", done, of));
    }
  }

  private EmbeddingModel chosenModel() throws IOException {
    return model == null ? EmbeddingModel.bundled() : EmbeddingModel.read(model);
  }
}
