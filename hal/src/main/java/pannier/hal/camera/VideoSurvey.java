package pannier.hal.camera;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.IOException;
import java.nio.file.Files;
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
  private static final String RIGHT = "it was cut short or damaged, copy or record it again";

  private final Path file;
  private final Container container;
  private final StreamTimes times;
  private final AnnouncedEnd announced;
  private int frames;
  private long lastNanos;
  private long videoEndNanos;

  private VideoSurvey(Path file, Container container) {
    this.file = file;
    this.container = container;
    this.times = new StreamTimes(container);
    this.announced = AnnouncedEnd.of(container, times);
    this.lastNanos = -times.frameNanos();
  }

  /** Surveys a file and closes it again. Returns the capture time of its last frame. */
  static long lastFrameNanos(Path file) throws BadRecordingException {
    try (Container container = Container.open(VideoInput.file(file))) {
      VideoSurvey survey = new VideoSurvey(file, container);
      survey.readAll();
      survey.requireAsLargeAsDeclared();
      survey.requireAsLongAsAnnounced();
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

  /**
   * @param frames how many were whole
   * @param lastNanos when the last of them was captured
   * @param announcedNanos how long the file should be, if that is known to be longer
   */
  static BadRecordingException damaged(
      Path file, int frames, long lastNanos, long announcedNanos, String found) {
    String place =
        frames == 0
            ? "at the first frame"
            : "after frame %d, at %s".formatted(frames, seconds(lastNanos));
    String length =
        announcedNanos > Math.max(0, lastNanos)
            ? " of the %s announced".formatted(seconds(announcedNanos))
            : "";
    return new BadRecordingException(file, place + length, found, RIGHT);
  }

  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / NANOS_PER_SECOND);
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
      throw damagedHere(broken.text());
    } finally {
      av_packet_free(packet);
    }
    if (frames == 0) {
      throw damagedHere("the video stream holds no frames");
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
    videoEndNanos = Math.max(videoEndNanos, at + length);
  }

  private void requireAsLongAsAnnounced() throws BadRecordingException {
    long missing = announced.nanos() - videoEndNanos;
    if (announced.binding() && missing > TOLERATED_FRAMES * times.frameNanos()) {
      throw damagedHere("no more frames");
    }
  }

  private void requireAsLargeAsDeclared() throws BadRecordingException {
    try {
      long missing = DeclaredSize.bytes(file) - Files.size(file);
      if (missing > 0) {
        throw damagedHere("the file ends, %d bytes short of its size".formatted(missing));
      }
    } catch (BadRecordingException known) {
      throw known;
    } catch (IOException unreadable) {
      throw damagedHere("it cannot be read (" + unreadable.getMessage() + ")");
    }
  }

  private BadRecordingException damagedHere(String found) {
    return damaged(file, frames, lastNanos, announced.nanos(), found);
  }
}
