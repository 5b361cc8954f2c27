/** A catalogue of data: DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/) by the profile DCAT-AP 3.0.1, as Turtle and as JSON-LD. */
export { toJsonLd, toTurtle, type Catalogue, type CatalogueDataset } from './dcat.ts'
