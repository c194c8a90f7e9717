package jp.renkei.routing;

import jp.renkei.inquiry.bulk.DropFolders;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;

/** Makes a route {@code drop/<caller>} for each caller that may ask by files. */
final class DropRoutes implements CamelContextConfiguration {

  private final DropFolders folders;

  DropRoutes(DropFolders folders) {
    this.folders = folders;
  }

  @Override
  public void beforeApplicationStart(CamelContext context) {
    for (String caller : folders.callers()) {
      TemplatedRouteBuilder.builder(context, "drop-folder")
          .routeId("drop/" + caller)
          .handler(
              definition -> {
                RouteDefinition route = definition.getRoute();
                route.setDescription("一括照会フォルダー " + caller);
                route.setGroup("drop");
              })
          .parameter("caller", caller)
          .parameter("folder", folders.in(caller).toAbsolutePath().toString())
          .parameter("names", folders.names())
          .add();
    }
    CatalogueRoutes.nameStepsAlike(context);
  }

  @Override
  public void afterApplicationStart(CamelContext context) {
    // the routes start with the context
  }
}
