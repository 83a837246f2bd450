package pannier.hal.camera;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import pannier.hal.BadRecordingException;

/**
 * Reads through a whole video file without decoding it, so that a file which was cut short is found
 * before anything of it is played. What the container promises is held against what it holds; a
 * container that promises nothing (MPEG-TS, bare H.264) can only be checked for damaged packets.
 */
final class VideoSurvey {
  /** A last frame is often a little shorter than it was announced to be. */
  private static final int TOLERATED_FRAMES = 5;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final String RIGHT = "it was cut short or damaged: copy or record it again, whole";

  private final Path file;
  private final Container container;
  private final StreamTimes times;
  private int frames;
  private long lastNanos;
  private long endNanos;

  private VideoSurvey(Path file, Container container) {
    this.file = file;
    this.container = container;
    this.times = new StreamTimes(container);
    this.lastNanos = -times.frameNanos();
  }

  /** Surveys a file and closes it again. Returns the capture time of its last frame. */
  static long lastFrameNanos(Path file) throws BadRecordingException {
    try (Container container = Container.open(VideoInput.file(file))) {
      VideoSurvey survey = new VideoSurvey(file, container);
      survey.readAll();
      survey.requireAsLongAsPromised();
      return survey.lastNanos;
    } catch (FfmpegException notOpened) {
      throw notAVideo(file, notOpened);
    }
  }

  static BadRecordingException notAVideo(Path file, FfmpegException why) {
    return new BadRecordingException(
        file,
        "start",
        "it cannot be opened as a video (" + why.text() + ")",
        "a whole MP4, Matroska, AVI or MPEG-TS file with a video stream is needed");
  }

  static BadRecordingException damaged(Path file, int frames, long lastNanos, String found) {
    String place =
        frames == 0
            ? "at the first frame"
            : String.format(
                Locale.ROOT, "after frame %d at %.3f s", frames, lastNanos / NANOS_PER_SECOND);
    return new BadRecordingException(file, place, found, RIGHT);
  }

  private void readAll() throws BadRecordingException {
    AVPacket packet = av_packet_alloc();
    try {
      while (container.read(packet) == Progress.GOT_ONE) {
        if (container.isVideo(packet)) {
          count(packet);
        }
        av_packet_unref(packet);
      }
    } catch (FfmpegException broken) {
      throw damaged(file, frames, lastNanos, broken.text() + promised());
    } finally {
      av_packet_free(packet);
    }
    if (frames == 0) {
      throw damaged(file, 0, 0, "the video stream holds no frames");
    }
  }

  private void count(AVPacket packet) {
    if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
      return;
    }
    frames++;
    long stamp = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    long at = times.sinceStart(stamp, lastNanos);
    lastNanos = Math.max(lastNanos, at);
    long length = packet.duration() > 0 ? times.length(packet.duration()) : times.frameNanos();
    endNanos = Math.max(endNanos, at + length);
  }

  private void requireAsLongAsPromised() throws BadRecordingException {
    long missing = promisedEndNanos() - endNanos;
    if (missing > TOLERATED_FRAMES * times.frameNanos()) {
      throw damaged(file, frames, lastNanos, "the frames end here" + promised());
    }
  }

  /** The end of the video as its header states it, 0 when it states none. */
  private long promisedEndNanos() {
    long ticks = container.video().duration();
    if (ticks == AV_NOPTS_VALUE || estimated()) {
      return headerOfOnlyStreamNanos();
    }
    long start = container.video().start_time();
    return times.sinceStart((start == AV_NOPTS_VALUE ? 0 : start) + ticks, 0);
  }

  /** Matroska states one length for all its streams; it is the video's if there is no other. */
  private long headerOfOnlyStreamNanos() {
    long micros = container.context().duration();
    boolean stated = micros != AV_NOPTS_VALUE && !estimated();
    return stated && container.context().nb_streams() == 1 ? micros * 1_000 : 0;
  }

  private boolean estimated() {
    return container.context().duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
  }

  private String promised() {
    long nanos = promisedEndNanos();
    return nanos <= endNanos
        ? ""
        : String.format(
            Locale.ROOT, ", of %.3f s that the file announces", nanos / NANOS_PER_SECOND);
  }
}
