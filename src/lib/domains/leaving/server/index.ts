/** Writes down what leaves, before it does, and follows what has left. */
export { listCustodySteps } from './custody-store.ts'
export { acknowledgeDossier, exportDossier, handDossier } from './dossier-store.ts'
export { listLeft } from './left-store.ts'
export { makeDossier, makeDraftPages } from './make-dossier.ts'
export { noteLeaving } from './notice-store.ts'
