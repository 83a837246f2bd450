package pannier.vision.opencv;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import pannier.vision.natives.NativeLibraries;
import pannier.vision.natives.NativesException;
import pannier.vision.natives.Platform;

/**
 * Loads OpenCV into this JVM.
 *
 * <p>OpenCV then computes on the calling thread alone, so that the same frames give the same bytes
 * on any machine and its threads do not compete with inference.
 */
public final class OpenCv {
  /** libgcc_s comes with the system's libstdc++, which OpenCV needs in any case. */
  private static final List<String> ALGEBRA =
      List.of("libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0");

  /** What libopencv_java needs, directly or not, each after those that it needs itself. */
  private static final List<String> PARTS =
      List.of(
          "core",
          "imgproc",
          "photo",
          "xphoto",
          "dnn",
          "dnn_superres",
          "img_hash",
          "saliency",
          "ml",
          "text",
          "phase_unwrapping",
          "flann",
          "features2d",
          "calib3d",
          "structured_light",
          "wechat_qrcode",
          "xfeatures2d",
          "imgcodecs",
          "video",
          "ximgproc",
          "objdetect",
          "aruco",
          "bgsegm",
          "bioinspired",
          "face",
          "tracking",
          "plot",
          "videoio");

  private OpenCv() {}

  /**
   * Loads it if this JVM has not yet; later calls cost nothing. Any thread may call it.
   *
   * @throws NativesException when the libraries are missing or do not load; the same on every call
   */
  public static void load() throws NativesException {
    String failure = Loaded.FAILURE;
    if (failure != null) {
      throw new NativesException(failure);
    }
  }

  static NativeLibraries libraries() throws NativesException {
    String platform = Platform.current();
    List<String> algebra =
        ALGEBRA.stream().map(file -> "org/bytedeco/openblas/" + platform + "/" + file).toList();
    String folder = "org/bytedeco/opencv/" + platform + "/libopencv_";
    String version = ".so." + Core.VERSION_MAJOR + Core.VERSION_MINOR;
    List<String> all =
        Stream.of(
                algebra.stream(),
                PARTS.stream().map(part -> folder + part + version),
                Stream.of(folder + "java.so"))
            .flatMap(part -> part)
            .toList();
    return NativeLibraries.find("opencv-" + Core.VERSION, all, algebra.subList(0, 1));
  }

  /** Runs once for the class, under the JVM's own lock. */
  private static final class Loaded {
    static final @Nullable String FAILURE = tryLoad();

    private static @Nullable String tryLoad() {
      try {
        libraries().load();
        Core.setNumThreads(1);
        return null;
      } catch (NativesException e) {
        return e.getMessage();
      }
    }
  }
}
