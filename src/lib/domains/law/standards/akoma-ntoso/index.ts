/** Akoma Ntoso 3.0. */
export { toAkomaNtoso } from './akoma-ntoso.ts'
