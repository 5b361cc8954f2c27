/** Requests to keep data: states and clocks as data, and the form that an authority may transmit. Rules only. */
export { preservationInstruments } from './clock-rules.ts'
export { machineCopySchema } from './machine-copy.ts'
export { preservationEvents } from './moves.ts'
export { toUtcDay } from './run-clocks.ts'
