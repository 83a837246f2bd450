package pannier.simulator.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.opencv.OpenCv;

/** The same network over the same picture: as the cart runs it, without XNNPACK, in OpenCV. */
final class ModelContest {
  /** The cosine of two embeddings of one picture by one network, in two programs, at least. */
  private static final double SAME = 0.99;

  private ModelContest() {}

  static Contest open(Path folder) throws IOException {
    OpenCv.load();
    EmbeddingModel model = EmbeddingModel.bundled();
    Embedder quick = Embedder.open(model);
    Embedder plain = Embedder.openWithoutXnnpack(model);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(Contender.of("XNNPACK", () -> invoke(quick)));
    contenders.add(Contender.of("without XNNPACK", () -> invoke(plain)));
    Mat picture = picture();
    Net net = openCv(folder, picture);
    Mat blob = blob(picture, model.description().sizePixels());
    contenders.add(
        Contender.of(
            "OpenCV DNN",
            () -> {
              net.setInput(blob);
              return net.forward();
            }));
    return new Contest(
        contenders,
        () -> {
          quick.close();
          plain.close();
        });
  }

  private static Object invoke(Embedder embedder) {
    embedder.invoke();
    return embedder;
  }

  private static Mat picture() {
    Mat picture = new Mat(240, 240, CvType.CV_8UC3, new Scalar(90, 120, 150));
    Imgproc.rectangle(picture, new Point(60, 40), new Point(180, 220), new Scalar(30, 60, 200), -1);
    Imgproc.circle(picture, new Point(120, 110), 45, new Scalar(230, 230, 210), -1);
    return picture;
  }

  /** OpenCV over the network that computes in float, once both are seen to see the same. */
  private static Net openCv(Path folder, Mat picture) throws IOException {
    EmbeddingModel model = inFloat(folder);
    Net net = Dnn.readNetFromONNX(new MatOfByte(OnnxCopy.of(model.content())));
    net.setInput(blob(picture, model.description().sizePixels()));
    float[] theirs = new float[model.description().dimensions()];
    net.forward().reshape(1, 1).get(0, 0, theirs);
    model.description().normalise(theirs);
    try (Embedder embedder = Embedder.open(model)) {
      float[] ours = embedder.embed(picture);
      double inner = 0;
      for (int i = 0; i < ours.length; i++) {
        inner += ours[i] * theirs[i];
      }
      if (inner < SAME) {
        throw new BenchException("OpenCV sees something else: " + inner, null);
      }
    }
    return net;
  }

  /** The fall-back that comes with the program, as a model of its own. */
  private static EmbeddingModel inFloat(Path folder) throws IOException {
    byte[] content = resource("embedding-float.tflite");
    String sidecar =
        new String(resource("embedding.json"), StandardCharsets.UTF_8)
            .replace(
                EmbeddingModel.bundled().description().sha256(), EmbeddingModel.sha256(content));
    Path place = Files.createDirectories(folder.resolve("float"));
    Files.write(place.resolve("embedding.tflite"), content);
    Files.writeString(place.resolve("embedding.json"), sidecar);
    return EmbeddingModel.read(place);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        EmbeddingModel.class.getResourceAsStream("/pannier/vision/model/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  /** As the network takes it: red first, from -1 to 1. */
  private static Mat blob(Mat picture, int sizePixels) {
    Mat resized = new Mat();
    Size size = new Size(sizePixels, sizePixels);
    Imgproc.resize(picture, resized, size, 0, 0, Imgproc.INTER_AREA);
    return Dnn.blobFromImage(resized, 1 / 127.5, size, Scalar.all(127.5), true);
  }
}
