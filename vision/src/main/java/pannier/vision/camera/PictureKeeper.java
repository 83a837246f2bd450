package pannier.vision.camera;

/**
 * Keeps a picture of each thing that crossed, for whoever disputes it later. It is told within
 * {@link CameraVision#observe}, by the thread that called it, and must not wait.
 */
@FunctionalInterface
public interface PictureKeeper {
  /**
   * @param sighting its number, as its camera counts them
   * @param jpeg the clearest crop: the thing and a little of what is around it
   */
  void keep(int camera, int sighting, byte[] jpeg);
}
