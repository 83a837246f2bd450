package pannier.hal.camera;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import pannier.hal.Frame;
import pannier.hal.WholePicture;

/**
 * A JPEG of which a frame shows a half, a quarter or an eighth along and down: its decoder leaves
 * out the finer waves of each block, which takes a third of the time.
 *
 * @param jpeg as the camera sent it
 * @param times so many of its pixels lie along one of the frame's
 */
record JpegPicture(MemorySegment jpeg, int times, long timestampNanos) implements WholePicture {
  /** Frames are as wide as this or less where the camera sends larger JPEGs. */
  private static final int FRAME_WIDTH_PX = 1280;

  private static final int MOST_HALVINGS = 3;

  /** How often the sides of a stream's frames are to be halved in decoding. */
  static int halvings(int codec, int widthPx) {
    int halvings = 0;
    while (codec == AV_CODEC_ID_MJPEG
        && widthPx >> halvings > FRAME_WIDTH_PX
        && halvings < MOST_HALVINGS) {
      halvings++;
    }
    return halvings;
  }

  /** Of the packet's own memory. */
  static JpegPicture of(AVPacket packet, int times, long timestampNanos) {
    return new JpegPicture(bytes(packet), times, timestampNanos);
  }

  private static MemorySegment bytes(AVPacket packet) {
    return MemorySegment.ofAddress(packet.data().address()).reinterpret(packet.size());
  }

  @Override
  public WholePicture kept() {
    byte[] copy = jpeg.toArray(ValueLayout.JAVA_BYTE);
    return new JpegPicture(MemorySegment.ofArray(copy), times, timestampNanos);
  }

  @Override
  public Optional<Frame> part(Place place) {
    AVCodec kind = avcodec_find_decoder(AV_CODEC_ID_MJPEG);
    AVCodecContext codec = avcodec_alloc_context3(kind);
    AVPacket packet = av_packet_alloc();
    AVFrame decoded = av_frame_alloc();
    try (BgrPicture picture = new BgrPicture(Turn.NONE)) {
      codec.thread_count(1);
      FfmpegException.check(avcodec_open2(codec, kind, (AVDictionary) null));
      FfmpegException.check(av_new_packet(packet, Math.toIntExact(jpeg.byteSize())));
      bytes(packet).copyFrom(jpeg);
      FfmpegException.check(avcodec_send_packet(codec, packet));
      FfmpegException.check(avcodec_receive_frame(codec, decoded));
      return Optional.of(cut(picture.fill(decoded, timestampNanos), place));
    } catch (FfmpegException damaged) {
      return Optional.empty();
    } finally {
      av_frame_free(decoded);
      av_packet_free(packet);
      avcodec_free_context(codec);
    }
  }

  private Frame cut(Frame whole, Place place) {
    int left = Math.min(place.leftPx() * times, whole.widthPx() - 1);
    int top = Math.min(place.topPx() * times, whole.heightPx() - 1);
    int width = Math.min(place.widthPx() * times, whole.widthPx() - left);
    int height = Math.min(place.heightPx() * times, whole.heightPx() - top);
    MemorySegment pixels = Arena.ofAuto().allocate(3L * width * height);
    for (int y = 0; y < height; y++) {
      long from = (long) (top + y) * whole.strideBytes() + 3L * left;
      MemorySegment.copy(whole.pixels(), from, pixels, 3L * width * y, 3L * width);
    }
    return new Frame(timestampNanos, width, height, 3 * width, pixels);
  }
}
