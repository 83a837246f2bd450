package pannier.wire;

import java.util.ArrayList;
import java.util.List;

/** Parts of documents and the gallery's list, as bytes; hardware-docs/protocol.md has the CDDL. */
public final class DocumentCodec {
  /** Photos of a gallery. */
  public static final int MOST_PHOTOS = 200_000;

  private DocumentCodec() {}

  public static byte[] encode(Parts parts) {
    return new CborFields()
        .put(0, Limits.VERSION)
        .put(1, parts.document().bytes())
        .put(2, parts.list().stream().map(DocumentCodec::part).toList())
        .encode();
  }

  public static Parts decodeParts(byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read("parts", bytes);
    node.requireVersion();
    List<Part> list = new ArrayList<>();
    for (CborNode each : node.maps(2, "parts", Parts.MOST)) {
      list.add(each.build(() -> part(each)));
    }
    return node.build(() -> new Parts(node.digest(1, "document"), list));
  }

  /** The gallery's document: its photos, in the order in which they enrol. */
  public static byte[] encode(List<Photo> gallery) {
    return new CborFields()
        .put(0, Limits.VERSION)
        .put(1, gallery.stream().map(photo -> part(photo.part()).put(2, photo.product())).toList())
        .encode();
  }

  public static List<Photo> decodeGallery(byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read("gallery", bytes, (int) Parts.MOST_DOCUMENT_BYTES);
    node.requireVersion();
    List<Photo> photos = new ArrayList<>();
    for (CborNode each : node.maps(1, "photos", MOST_PHOTOS)) {
      photos.add(each.build(() -> new Photo(each.text(2, "product"), part(each))));
    }
    return photos;
  }

  private static CborFields part(Part part) {
    return new CborFields().put(0, part.digest().bytes()).put(1, part.bytes());
  }

  private static Part part(CborNode node) throws MalformedMessageException {
    return new Part(node.digest(0, "digest"), node.small(1, "bytes"));
  }
}
