/** Door of the forms of studies: content in, a form to print; sheets in, tallies without anybody in them. */
export { buildInstrument } from './build-instrument.ts'
export { findForm } from './form-view.ts'
export { formNames, formReaders, instrumentFrame } from './instrument.ts'
export { scoreSheets } from './score-sheets.ts'
