/** Door of draws that everybody can repeat. */
export { commitTo, drawHalf, drawOthers, hashList, makeSeed, writeList, type DrawEntry } from './fair-draw.ts'
