package jp.renkei.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door for the contract: the OpenAPI document as it is written, and a page to read it. The page
 * needs nothing from outside the hub, and its policy lets the browser fetch nothing from there.
 */
@RestController
@RequestMapping("/api/v1")
class ContractDoor {

  /** All from the hub itself; the pictures of the viewer's style sheet stand in it. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
  private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=UTF-8");

  private final Resource document;
  private final Resource page;
  private final Map<String, Resource> files;

  /**
   * Finds the files.
   *
   * @throws IOException where the viewer's cannot be looked for
   */
  ContractDoor(ResourcePatternResolver resources) throws IOException {
    this.document = resources.getResource("classpath:/schemas/openapi.yaml");
    this.page = resources.getResource("classpath:/contract/page.html");
    this.files =
        Map.of(
            "page.js", resources.getResource("classpath:/contract/page.js"),
            "page.css", resources.getResource("classpath:/contract/page.css"),
            "swagger-ui-bundle.js", viewer(resources, "swagger-ui-bundle.js"),
            "swagger-ui.css", viewer(resources, "swagger-ui.css"));
  }

  @GetMapping(path = "/openapi.yaml", produces = MediaType.APPLICATION_YAML_VALUE)
  Resource document() {
    return document;
  }

  @GetMapping(path = "/openapi.html", produces = MediaType.TEXT_HTML_VALUE)
  Resource page(HttpServletResponse response) {
    // in the place of the one that allows nothing
    response.setHeader(SafeHeaders.POLICY, POLICY);
    return page;
  }

  @GetMapping("/openapi/{file}")
  ResponseEntity<Resource> file(@PathVariable("file") String name) {
    Resource file = files.get(name);
    if (file == null) {
      throw new ProblemException(Problem.NOT_FOUND);
    }
    return ResponseEntity.ok().contentType(name.endsWith(".js") ? SCRIPT : STYLE).body(file);
  }

  /** The viewer's files lie in a folder named by its version. */
  private static Resource viewer(ResourcePatternResolver resources, String name)
      throws IOException {
    Resource[] found =
        resources.getResources("classpath*:/META-INF/resources/webjars/swagger-ui/*/" + name);
    if (found.length != 1) {
      throw new IllegalStateException(found.length + " of " + name + " on the class path");
    }
    return found[0];
  }
}
