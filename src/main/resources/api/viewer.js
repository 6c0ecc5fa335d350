'use strict';
// Shows the document. Nothing can be sent from here, nor a key typed: it does not belong into a page.
const nothing = () => () => null;
SwaggerUIBundle({
  spec: hearbackDocument,
  dom_id: '#document',
  deepLinking: false,
  plugins: [() => ({wrapComponents: {authorizeBtn: nothing, authorizeOperationBtn: nothing}})],
  supportedSubmitMethods: [],
  validatorUrl: null,
  syntaxHighlight: false,
  defaultModelsExpandDepth: 2,
});
