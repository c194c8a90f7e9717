SwaggerUIBundle({
  // without the user and password that may stand in the address: a browser fetches no such URL
  url: new URL("openapi.yaml", location.origin + location.pathname).href,
  dom_id: "#contract",
  // nobody outside is asked whether the document is valid
  validatorUrl: null,
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 3,
  showExtensions: true,
  tryItOutEnabled: false,
});
