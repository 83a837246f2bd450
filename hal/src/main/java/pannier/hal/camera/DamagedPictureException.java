package pannier.hal.camera;

/** A packet or picture that is damaged, while the source itself still answers. */
final class DamagedPictureException extends FfmpegException {
  private static final long serialVersionUID = 1L;

  DamagedPictureException(String text) {
    super(text);
  }
}
