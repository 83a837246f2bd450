package pannier.hal.camera;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Decodes the video of a source, picture by picture, always into the same native picture. */
final class VideoDecoder implements Pictures {
  /** One thread: the same bytes each time, and the other cores stay free for the model. */
  private static final int THREADS = 1;

  /** Set in {@code AVFrame.flags} when parts of the picture were missing and had to be guessed. */
  private static final int FRAME_CORRUPT = 1;

  private final Container container;
  private final StreamTimes times;
  private final AVCodecContext codec;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame picture = av_frame_alloc();

  /** What was decoded last. */
  private final AVPacket latest = av_packet_alloc();

  private VideoDecoder(Container container, AVCodecContext codec) {
    this.container = container;
    this.times = new StreamTimes(container);
    this.codec = codec;
  }

  static VideoDecoder open(VideoInput input) throws FfmpegException {
    Container container = Container.open(input);
    try {
      return of(container);
    } catch (FfmpegException unusable) {
      container.close();
      throw unusable;
    }
  }

  private static VideoDecoder of(Container container) throws FfmpegException {
    AVCodec kind = avcodec_find_decoder(container.video().codecpar().codec_id());
    if (kind == null) {
      throw new FfmpegException("a codec that this build of FFmpeg cannot decode");
    }
    AVCodecContext codec = avcodec_alloc_context3(kind);
    try {
      FfmpegException.check(avcodec_parameters_to_context(codec, container.video().codecpar()));
      codec.thread_count(THREADS);
      codec.lowres(JpegPicture.halvings(codec.codec_id(), codec.width()));
      codec.pkt_timebase(container.video().time_base());
      FfmpegException.check(avcodec_open2(codec, kind, (AVDictionary) null));
      return new VideoDecoder(container, codec);
    } catch (FfmpegException unusable) {
      avcodec_free_context(codec);
      throw unusable;
    }
  }

  @Override
  public Progress next() throws FfmpegException {
    while (true) {
      int code = avcodec_receive_frame(codec, picture);
      if (code == AVERROR_EOF()) {
        return Progress.END;
      }
      if (code != Container.TRY_AGAIN) {
        requireWhole(code);
        return Progress.GOT_ONE;
      }
      if (feed() == Progress.NOTHING_YET) {
        return Progress.NOTHING_YET;
      }
    }
  }

  @Override
  public AVFrame picture() {
    return picture;
  }

  @Override
  public Optional<Compressed> compressed() {
    return codec.lowres() == 0
        ? Optional.empty()
        : Optional.of(new Compressed(latest, 1 << codec.lowres()));
  }

  @Override
  public long stampNanos() {
    return times.stampNanos(picture.best_effort_timestamp());
  }

  /**
   * When the picture is shown, counted from the start of the file.
   *
   * @param previousNanos the answer for the picture before, for those that have no stamp
   */
  long sinceStartNanos(long previousNanos) {
    return times.sinceStart(picture.best_effort_timestamp(), previousNanos);
  }

  /** How the pictures are to be turned. */
  Turn turn() {
    return Turn.of(container.video().codecpar());
  }

  /** The usual time from one picture to the next. */
  long frameNanos() {
    return times.frameNanos();
  }

  private void requireWhole(int code) throws DamagedPictureException {
    if (code < 0 || picture.decode_error_flags() != 0 || (picture.flags() & FRAME_CORRUPT) != 0) {
      throw new DamagedPictureException("a picture with damaged parts");
    }
  }

  private Progress feed() throws FfmpegException {
    Progress read = container.read(packet);
    try {
      switch (read) {
        case GOT_ONE -> {
          if (container.isVideo(packet)) {
            send(packet);
          }
        }
        case END -> send(null);
        case NOTHING_YET -> {}
      }
    } finally {
      av_packet_unref(packet);
    }
    return read;
  }

  private void send(@Nullable AVPacket next) throws FfmpegException {
    if (avcodec_send_packet(codec, next) < 0) {
      throw new DamagedPictureException("a picture that cannot be decoded");
    }
    if (next != null && codec.lowres() > 0) {
      av_packet_unref(latest);
      FfmpegException.check(av_packet_ref(latest, next));
    }
  }

  @Override
  public void close() {
    av_frame_free(picture);
    av_packet_free(packet);
    av_packet_free(latest);
    avcodec_free_context(codec);
    container.close();
  }
}
