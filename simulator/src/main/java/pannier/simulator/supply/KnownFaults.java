package pannier.simulator.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a service that speaks OSV's protocol (https://google.github.io/osv.dev/post-v1-querybatch/)
 * which faults are known of libraries.
 *
 * @param service without {@code /v1/querybatch}
 */
record KnownFaults(URI service) {
  static final URI OSV = URI.create("https://api.osv.dev");

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The ids of their known faults, of those libraries that have any; at most 1,000 are asked for.
   *
   * @throws UnreachableServiceException if the service is not there, or says something else
   */
  Map<Library, List<String>> find(List<Library> libraries)
      throws UnreachableServiceException, InterruptedException {
    JsonNode results = ask(question(libraries)).path("results");
    if (results.size() != libraries.size()) {
      throw unreachable(
          "found %d results; expected one for each of %d libraries"
              .formatted(results.size(), libraries.size()));
    }
    Map<Library, List<String>> faults = new LinkedHashMap<>();
    for (int i = 0; i < libraries.size(); i++) {
      List<String> ids = new ArrayList<>();
      results.get(i).path("vulns").forEach(it -> ids.add(it.path("id").asText()));
      if (!ids.isEmpty()) {
        faults.put(libraries.get(i), ids);
      }
    }
    return faults;
  }

  private static byte[] question(List<Library> libraries) {
    ObjectNode question = JSON.createObjectNode();
    ArrayNode queries = question.putArray("queries");
    for (Library library : libraries) {
      ObjectNode query = queries.addObject();
      query.put("version", library.version());
      query.putObject("package").put("ecosystem", "Maven").put("name", library.name());
    }
    return question.toString().getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode ask(byte[] question) throws UnreachableServiceException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/v1/querybatch"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(question))
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw unreachable("found status %d; expected 200".formatted(response.statusCode()));
      }
      return JSON.readTree(response.body());
    } catch (UnreachableServiceException e) {
      throw e;
    } catch (IOException e) {
      String why = e.getMessage() == null ? "cannot be reached" : e.getMessage();
      throw unreachable(why.lines().findFirst().orElse(""));
    }
  }

  private UnreachableServiceException unreachable(String why) {
    return new UnreachableServiceException("%s: %s".formatted(service, why));
  }
}
