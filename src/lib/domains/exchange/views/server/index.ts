/** Views of the indicators as partners pull them, and the proof that what was withdrawn is out of them. */
export { getHashPage, keepFeedback } from './hash-view.ts'
export { createMispView } from './misp-view.ts'
export { createPrefixView, ownList } from './prefix-view.ts'
export { proveViews, type Views } from './prove.ts'
export { listTransferKeys } from './transfer-keys.ts'
export { createZoneView } from './zone-view.ts'
