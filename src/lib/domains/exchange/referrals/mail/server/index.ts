/** Referrals by mail: to a host's abuse desk as XARF, to people as OpenPGP. Decision 077. */
export { openOutboxBox } from './outbox-box.ts'
export { openOwnPgpKey, type OwnPgpKey } from './pgp-key.ts'
export { createPgpMailWay } from './pgp-way.ts'
export type { MailOptions } from './mail-way.ts'
export { createXarfMailWay } from './xarf-way.ts'
