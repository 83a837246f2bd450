package pannier.gate.coap;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.server.resources.Resource;
import pannier.gate.document.Library;
import pannier.wire.Digest;
import pannier.wire.DocumentCodec;
import pannier.wire.DocumentName;

/** The resources by which documents are fetched: whole, what they are made of, part by part. */
record Documents(Library library, Peers peers, Executor threads) {
  private static final String PART = "part";

  /** What goes below the root. */
  List<Resource> resources() {
    CoapResource parts = new UnknownResource("parts");
    parts.add(parts(DocumentName.PRICE_LIST));
    parts.add(parts(DocumentName.GALLERY));
    parts.add(parts(DocumentName.MASSES));
    parts.add(parts(DocumentName.RELEASE));
    return List.of(whole(), parts, new PartResource(this));
  }

  /** The price list in one, for readers too. */
  private Resource whole() {
    DocumentResource whole =
        new DocumentResource(
            new DocumentResource.Kind(
                DocumentName.PRICE_LIST, "pannier.price-list", MediaTypeRegistry.APPLICATION_JSON),
            peers,
            threads,
            _ ->
                library
                    .find(DocumentName.PRICE_LIST)
                    .map(it -> new DocumentResource.Body(it.content(), it.digest())));
    library
        .find(DocumentName.PRICE_LIST)
        .ifPresent(it -> whole.getAttributes().setMaximumSizeEstimate(it.content().length));
    return whole;
  }

  private DocumentResource parts(String name) {
    return new DocumentResource(
        new DocumentResource.Kind(name, "pannier.parts", MediaTypeRegistry.APPLICATION_CBOR),
        peers,
        threads,
        _ ->
            library
                .find(name)
                .map(
                    it ->
                        new DocumentResource.Body(DocumentCodec.encode(it.parts()), it.digest())));
  }

  /** {@code /part/SHA-256}, which is every child of its own. */
  private static final class PartResource extends DocumentResource {
    PartResource(Documents documents) {
      super(
          new Kind(PART, "pannier.part", MediaTypeRegistry.APPLICATION_OCTET_STREAM),
          documents.peers,
          documents.threads,
          documents::part);
    }

    @Override
    public Resource getChild(String name) {
      return this;
    }
  }

  private Optional<DocumentResource.Body> part(Request request) throws IOException {
    List<String> path = request.getOptions().getUriPath();
    try {
      Digest digest = new Digest(path.getLast());
      return library.part(digest).map(bytes -> new DocumentResource.Body(bytes, digest));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no part is called that
    }
  }
}
