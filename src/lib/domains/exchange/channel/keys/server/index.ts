/** Our own keys for partners: made, published, opened, followed by the next. */
export { openOwnKeys, type OwnKeys } from './own-keys.ts'
export type { OwnKeyTables } from './own-key-store.ts'
