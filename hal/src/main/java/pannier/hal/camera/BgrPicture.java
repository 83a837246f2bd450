package pannier.hal.camera;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import pannier.hal.Frame;
import pannier.hal.WholePicture;

/** One BGR picture in native memory, filled again and again from decoded ones. */
final class BgrPicture implements AutoCloseable {
  private final Turn turn;
  private final SwsContext converter = sws_alloc_context();
  private final AVFrame view = av_frame_alloc();
  private final BgrMemory stored = new BgrMemory();
  private final BgrMemory turned = new BgrMemory();
  private final AVPacket jpeg = av_packet_alloc();
  private boolean closed;

  BgrPicture(Turn turn) {
    this.turn = turn;
    // The same bytes whatever vector instructions the machine has. Accurate rounding is left out:
    // it
    // would take 0.35 ms more of 0.45 ms (640 x 360, decoding included) for a last bit of colour.
    converter.flags(SWS_BILINEAR | SWS_BITEXACT);
    converter.threads(1);
    view.format(AV_PIX_FMT_BGR24);
  }

  /** The source's picture, which can be had whole as long as this one is not filled again. */
  Frame fill(Pictures source, long timestampNanos) throws FfmpegException {
    Frame frame = fill(source.picture(), timestampNanos);
    Optional<Pictures.Compressed> compressed = source.compressed();
    if (turn != Turn.NONE || compressed.isEmpty()) {
      return frame;
    }
    av_packet_unref(jpeg);
    FfmpegException.check(av_packet_ref(jpeg, compressed.get().jpeg()));
    WholePicture whole = JpegPicture.of(jpeg, compressed.get().times(), timestampNanos);
    return stored.frame(Optional.of(whole), timestampNanos);
  }

  /** Converts a decoded picture of any pixel format into this memory. */
  Frame fill(AVFrame source, long timestampNanos) throws FfmpegException {
    if (stored.fit(source.width(), source.height())) {
      view.width(source.width());
      view.height(source.height());
      view.linesize(0, stored.strideBytes());
      view.data(0, new BytePointer(stored.pixels().asByteBuffer()));
    }
    FfmpegException.check(sws_scale_frame(converter, view, source));
    Frame asStored = stored.frame(timestampNanos);
    return turn == Turn.NONE ? asStored : turn(asStored);
  }

  private Frame turn(Frame asStored) {
    if (turn.swapsSides()) {
      turned.fit(asStored.heightPx(), asStored.widthPx());
    } else {
      turned.fit(asStored.widthPx(), asStored.heightPx());
    }
    Frame upright = turned.frame(asStored.timestampNanos());
    turn.copy(asStored, upright);
    return upright;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      av_frame_free(view);
      av_packet_free(jpeg);
      sws_freeContext(converter);
      stored.close();
      turned.close();
    }
  }
}
