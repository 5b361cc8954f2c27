/**
 * The law for machines: addresses as ELI forms them (https://eur-lex.europa.eu/eli-register/about.html), schema.org/Legislation as
 * JSON-LD, Akoma Ntoso 3.0, open data with its catalogue. Values in, texts out.
 */
export { toAkomaNtoso } from './akoma-ntoso/akoma-ntoso.ts'
export { buildDataset, type LawDataset } from './dataset.ts'
export { findDiscoveryLinks, type DiscoveryLink } from './discovery.ts'
export { findArticle, findEliInstrument, getArticles, getEliInstruments } from './eli/eli.ts'
export { toScriptText, type JsonLd } from './json-ld/json-ld.ts'
export { toLegislation, toProvisionLegislation } from './json-ld/legislation.ts'
export { makeCitation, type DataCitation } from './open-data/citation.ts'
export {
	citationFiles,
	getDataRows,
	getTextFiles,
	type DataRow,
	type TextFiles,
} from './open-data/overview.ts'
