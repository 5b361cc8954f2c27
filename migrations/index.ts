/** Every change of the tables, oldest first. A name that has been released is never changed or taken out. */
import type { Migration } from 'kysely/migration'
import * as setting from './0001-setting.ts'
import * as certificateKey from './0002-certificate-key.ts'

export const migrations: Readonly<Record<string, Migration>> = {
	'0001-setting': setting,
	'0002-certificate-key': certificateKey,
}
