package pannier.hal.camera;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Turns the video's time stamps into nanoseconds since the start of the file, as players count. */
final class StreamTimes {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long FALLBACK_FRAME_NANOS = NANOS_PER_SECOND / 30;

  private final AVRational nanos = rational(1, (int) NANOS_PER_SECOND);
  private final AVRational timeBase;
  private final long startTicks;
  private final long frameNanos;

  StreamTimes(Container container) {
    AVStream video = container.video();
    timeBase = video.time_base();
    frameNanos = frameNanos(container);
    long startMicros = container.context().start_time();
    startTicks =
        startMicros == AV_NOPTS_VALUE
            ? 0
            : av_rescale_q(startMicros, rational(1, AV_TIME_BASE), timeBase);
  }

  private static long frameNanos(Container container) {
    AVRational rate = av_guess_frame_rate(container.context(), container.video(), (AVFrame) null);
    return rate.num() <= 0 || rate.den() <= 0
        ? FALLBACK_FRAME_NANOS
        : NANOS_PER_SECOND * rate.den() / rate.num();
  }

  private static AVRational rational(int num, int den) {
    return new AVRational().num(num).den(den);
  }

  /** The usual time from one frame to the next. */
  long frameNanos() {
    return frameNanos;
  }

  /** A stamp's time on the source's own clock. */
  long stampNanos(long stamp) {
    return stamp == AV_NOPTS_VALUE ? Pictures.NO_STAMP : length(stamp);
  }

  /** A stamp's time. A frame without one comes a frame's time after {@code previousNanos}. */
  long sinceStart(long stamp, long previousNanos) {
    return stamp == AV_NOPTS_VALUE ? previousNanos + frameNanos : length(stamp - startTicks);
  }

  /** A length of time in the stream's unit. */
  long length(long ticks) {
    return av_rescale_q(ticks, timeBase, nanos);
  }
}
