package pannier.hal.camera;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * When a file ends by its own header.
 *
 * @param nanos since the start of the file, 0 if the header does not say
 * @param binding whether it is the video's own end, exact enough to miss frames by. Not so in
 *     Matroska, where it is that of the longest stream, and in AVI, where FFmpeg shortens it to
 *     what is there
 */
record AnnouncedEnd(long nanos, boolean binding) {
  private static final long NANOS_PER_MICRO = 1_000;

  static AnnouncedEnd of(Container container, StreamTimes times) {
    AVStream video = container.video();
    if (container.context().duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE) {
      return new AnnouncedEnd(0, false);
    }
    if (video.duration() != AV_NOPTS_VALUE) {
      long start = video.start_time() == AV_NOPTS_VALUE ? 0 : video.start_time();
      return new AnnouncedEnd(times.sinceStart(start + video.duration(), 0), true);
    }
    long micros = container.context().duration();
    return new AnnouncedEnd(micros == AV_NOPTS_VALUE ? 0 : micros * NANOS_PER_MICRO, false);
  }
}
