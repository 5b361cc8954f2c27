/**
 * TAXII 2.1 (https://docs.oasis-open.org/cti/taxii/v2.1/os/taxii-v2.1-os.html): what a server answers.
 * `client/` has a door of its own.
 */
export { answerTaxii, longestBody, toTaxiiError } from './answer-taxii.ts'
export { taxiiType } from './media-type.ts'
export type { Bodies, Collection, ObjectOutcome, Status, StoredObject, TaxiiPort } from './taxii-port.ts'
export { parseTaxiiTime } from './taxii-time.ts'
export type { Filters } from './filters.ts'
