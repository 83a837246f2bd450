package pannier.app.loop;

import java.util.List;
import pannier.domain.evidence.VisionReport;

/** One camera with its vision, wherever that runs. */
public interface VisionSource extends AutoCloseable {
  /**
   * What has been finished since the last call, oldest first.
   *
   * @param nanos now, on the cart's clock
   */
  List<VisionReport> drain(long nanos);

  @Override
  void close();
}
