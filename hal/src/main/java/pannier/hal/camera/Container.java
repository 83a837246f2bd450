package pannier.hal.camera;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NONBLOCK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_STREAM_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** An opened file or device, read packet by packet. */
final class Container implements AutoCloseable {
  /** FFmpeg's AVERROR(EAGAIN) on Linux. */
  static final int TRY_AGAIN = -11;

  private final AVFormatContext context;
  private final int videoIndex;

  private Container(AVFormatContext context, int videoIndex) {
    this.context = context;
    this.videoIndex = videoIndex;
  }

  static Container open(VideoInput input) throws FfmpegException {
    AVFormatContext context = openContext(input);
    try {
      if (!input.live()) {
        FfmpegException.check(avformat_find_stream_info(context, (AVDictionary) null));
      }
      return new Container(context, findVideo(context));
    } catch (FfmpegException unusable) {
      avformat_close_input(context);
      throw unusable;
    }
  }

  private static AVFormatContext openContext(VideoInput input) throws FfmpegException {
    AVInputFormat format = input.format().isEmpty() ? null : av_find_input_format(input.format());
    AVFormatContext context = avformat_alloc_context();
    if (input.live()) {
      context.flags(context.flags() | AVFMT_FLAG_NONBLOCK);
    }
    AVDictionary options = new AVDictionary(null);
    input.options().forEach((key, value) -> av_dict_set(options, key, value, 0));
    try {
      // FFmpeg frees the context itself when it cannot open the input.
      FfmpegException.check(avformat_open_input(context, input.url(), format, options));
    } finally {
      av_dict_free(options);
    }
    return context;
  }

  private static int findVideo(AVFormatContext context) throws FfmpegException {
    int index = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (index == AVERROR_STREAM_NOT_FOUND()) {
      throw new FfmpegException("no video stream");
    }
    return FfmpegException.check(index);
  }

  /** The next packet of any stream, whole. The caller unrefs it. */
  Progress read(AVPacket packet) throws FfmpegException {
    int code = av_read_frame(context, packet);
    if (code == AVERROR_EOF()) {
      return Progress.END;
    }
    if (code == TRY_AGAIN) {
      return Progress.NOTHING_YET;
    }
    FfmpegException.check(code);
    if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
      throw new DamagedPictureException("a packet that is cut or damaged");
    }
    return Progress.GOT_ONE;
  }

  boolean isVideo(AVPacket packet) {
    return packet.stream_index() == videoIndex;
  }

  AVStream video() {
    return context.streams(videoIndex);
  }

  AVFormatContext context() {
    return context;
  }

  @Override
  public void close() {
    avformat_close_input(context);
  }
}
