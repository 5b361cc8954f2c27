/** Materials on the server: made from a source, written, agreed to by two persons, used somewhere. */
export { approveMaterials } from './approve-store.ts'
export { listMaterials, makeMaterials, writeText } from './material-store.ts'
export { listUses, noteUse } from './use-store.ts'
