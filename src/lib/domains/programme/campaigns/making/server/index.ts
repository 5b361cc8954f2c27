/** Files made of a campaign: those of materials, the kit for partners and its key. */
export { makeMaterialFile } from './make-file.ts'
export { getKitKey, makeKit } from './make-kit.ts'
