/** schema.org/Legislation as JSON-LD. */
export { toScriptText, type JsonLd } from './json-ld.ts'
export { toLegislation, toProvisionLegislation } from './legislation.ts'
