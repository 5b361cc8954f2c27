/** Seconds that a text takes when it is read aloud at the pace of radio: an estimate, and marked as one. */
export { estimateRadio } from './radio-length.ts'
