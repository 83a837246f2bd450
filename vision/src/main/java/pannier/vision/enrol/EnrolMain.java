package pannier.vision.enrol;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.ProductId;
import pannier.hal.BadRecordingException;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Enrolment;
import pannier.vision.gallery.Gallery;
import pannier.vision.gallery.GalleryException;
import pannier.vision.gallery.GalleryFile;
import pannier.vision.photo.PhotoException;
import pannier.vision.recognise.Exit;
import pannier.vision.recognise.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code pannier enrol}: adds products to a gallery file, or takes them out. */
@Command(
    name = "enrol",
    description =
        "Adds products to a gallery, from photos or a video of a turned product; removes and exports them.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EnrolMain implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Folders of PRODUCT/*.jpg.")
  private List<Path> folders = List.of();

  @Option(
      names = "--gallery",
      required = true,
      paramLabel = "FILE",
      description = "The gallery, made when there is none yet.")
  private Path file = Path.of("");

  @Option(
      names = "--video",
      paramLabel = "FILE",
      description = "A product turned before a camera that stands still.")
  private @Nullable Path video;

  @Option(names = "--product", description = "What the video shows.")
  private @Nullable String product;

  @Option(
      names = "--merge",
      split = ",",
      paramLabel = "FILE",
      description = "Other galleries, all of whose products are added.")
  private List<Path> merged = List.of();

  @Option(
      names = "--remove",
      split = ",",
      paramLabel = "PRODUCT",
      description = "Products that are taken out first.")
  private List<String> removed = List.of();

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Another gallery file, for others to merge, as this one is afterwards.")
  private @Nullable Path exported;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PRODUCT",
      description = "Products that are exported (default: all).")
  private List<String> only = List.of();

  @Option(names = "--json", description = "One JSON object a product instead of a table.")
  private boolean json;

  private final PrintStream out;
  private final PrintStream err;

  EnrolMain(PrintStream out, PrintStream err) {
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
        new EnrolMain(out, err),
        "enrol",
        err,
        List.of(
            PhotoException.class,
            GalleryException.class,
            BadRecordingException.class,
            EnrolException.class),
        arguments);
  }

  @Override
  public Integer call() throws IOException {
    enrol();
    return Exit.DONE;
  }

  /** The file is written last and at once, so that a failure leaves the old one. */
  private void enrol() throws IOException {
    if ((video == null) != (product == null)) {
      throw new EnrolException("--video and --product belong together");
    }
    if (!only.isEmpty() && exported == null) {
      throw new EnrolException("--only says what goes into --export FILE");
    }
    if (folders.isEmpty()
        && video == null
        && merged.isEmpty()
        && removed.isEmpty()
        && exported == null) {
      throw new EnrolException("nothing to do: give DIR, --video, --merge, --remove or --export");
    }
    requireFolder(file);
    if (exported != null) {
      requireFolder(exported);
    }
    try (Embedder embedder = Embedder.open(EmbeddingModel.bundled())) {
      Optional<Gallery> before = pruned(embedder);
      Gatherer gatherer = new Gatherer(embedder, new Terminal(err));
      List<Harvest> harvests = new ArrayList<>(gatherer.photos(folders));
      if (video != null && product != null) {
        harvests.add(gatherer.video(video, named(product)));
      }
      Gallery gallery = joined(embedder, before, harvests);
      Gallery part = only.isEmpty() ? gallery : part(gallery);
      GalleryFile.write(file, gallery, embedder.description().sha256());
      if (exported != null) {
        GalleryFile.write(exported, part, embedder.description().sha256());
      }
      harvests.forEach(harvest -> out.println(json ? harvest.json() : harvest.line()));
      if (!json) {
        out.printf(
            "%d products, %d views in %s%n", gallery.products().size(), gallery.size(), file);
      }
    }
  }

  private Optional<Gallery> pruned(Embedder embedder) throws IOException {
    Optional<Gallery> gallery =
        Files.exists(file)
            ? Optional.of(GalleryFile.read(file, embedder.description()))
            : Optional.empty();
    for (Path other : merged) {
      if (!Files.isRegularFile(other)) {
        throw new EnrolException(other + ": no such gallery file");
      }
      Gallery more = GalleryFile.read(other, embedder.description());
      gallery = Optional.of(gallery.map(own -> own.merge(more)).orElse(more));
    }
    for (String name : removed) {
      ProductId gone = named(name);
      Gallery from = gallery.orElseThrow(() -> new EnrolException(file + ": no such gallery file"));
      require(from, gone, "remove");
      if (from.products().size() == 1) {
        throw new EnrolException(
            "%s: %s is its only product; delete the file instead".formatted(file, gone));
      }
      gallery = Optional.of(from.without(gone));
    }
    return gallery;
  }

  private Gallery part(Gallery gallery) throws EnrolException {
    List<ProductId> products = new ArrayList<>();
    for (String name : only) {
      ProductId wanted = named(name);
      require(gallery, wanted, "export");
      products.add(wanted);
    }
    return gallery.only(products);
  }

  private void require(Gallery gallery, ProductId product, String deed) throws EnrolException {
    if (!gallery.products().contains(product)) {
      throw new EnrolException("%s: has no product %s to %s".formatted(file, product, deed));
    }
  }

  private static void requireFolder(Path file) throws EnrolException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new EnrolException("%s: no such folder to write the gallery to".formatted(folder));
    }
  }

  private Gallery joined(Embedder embedder, Optional<Gallery> before, List<Harvest> harvests)
      throws IOException {
    if (harvests.isEmpty()) {
      return before.orElseThrow(() -> new EnrolException(file + ": no such gallery file"));
    }
    SortedMap<ProductId, List<float[]>> references = new TreeMap<>();
    harvests.forEach(harvest -> references.put(harvest.product(), harvest.references()));
    Gallery fresh = new Enrolment(embedder).gallery(references);
    return before.map(own -> own.merge(fresh)).orElse(fresh);
  }

  private static ProductId named(String name) throws EnrolException {
    if (name.isBlank()) {
      throw new EnrolException("a product needs a name, not '%s'".formatted(name));
    }
    return new ProductId(name);
  }
}
