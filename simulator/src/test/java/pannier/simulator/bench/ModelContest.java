package pannier.simulator.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.opencv.OpenCv;

/** The same network over the same picture: as the cart runs it, without XNNPACK, in OpenCV. */
final class ModelContest {
  private ModelContest() {}

  static Contest open(Path folder) throws IOException {
    OpenCv.load();
    EmbeddingModel model = EmbeddingModel.bundled();
    Embedder quick = Embedder.open(model);
    Embedder plain = Embedder.openWithoutXnnpack(model);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(Contender.of("XNNPACK", () -> invoke(quick)));
    contenders.add(Contender.of("without XNNPACK", () -> invoke(plain)));
    openCv(model).ifPresent(contenders::add);
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

  /** Empty when OpenCV does not know all of the model's layers. */
  private static java.util.Optional<Contender> openCv(EmbeddingModel model) {
    int size = model.description().sizePixels();
    try {
      Net net = Dnn.readNetFromTFLite(new MatOfByte(model.content()));
      Mat picture = new Mat(size, size, CvType.CV_8UC3, new Scalar(90, 120, 150));
      Mat blob =
          Dnn.blobFromImage(
              picture, 1 / 127.5, new Size(size, size), new Scalar(127.5, 127.5, 127.5), true);
      net.setInput(blob);
      net.forward();
      return java.util.Optional.of(
          Contender.of(
              "OpenCV DNN",
              () -> {
                net.setInput(blob);
                return net.forward();
              }));
    } catch (CvException unknownLayer) {
      return java.util.Optional.empty();
    }
  }
}
