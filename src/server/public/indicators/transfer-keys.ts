/** Keys of partners for the primary that serves the zone: it is a machine of the operator, known by a secret that no partner has. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { toLocalDay } from '#base'
import { listTransferKeys } from '#domains/exchange/views/server'
import { library } from '#domains/guide/server'
import { findSecret, readConfig } from '#platform'
import { getDatabase } from '#server/process/database'
import { toBindKeys, toKnotKeys } from '#tools/indicators/transfer-keys'
import { toRefusal } from './indicator-views.ts'

const forms = { bind: toBindKeys, knot: toKnotKeys } as const

/** A secret of its own in `<dataDir>/keys/zone-primary`, 32 characters or more; without it nobody is answered. */
const file = 'zone-primary'
const shortest = 32

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const isPrimary = async (dataDir: string, authorization: string | null): Promise<boolean> => {
	const shown = /^bearer +(\S+)$/iu.exec(authorization ?? '')?.[1]
	const secret = (await findSecret(dataDir, file))?.trim() ?? ''
	return shown !== undefined && secret.length >= shortest && timingSafeEqual(digest(shown), digest(secret))
}

/**
 * What a primary includes in its configuration, in the words of BIND or Knot.
 *
 * @throws AppError `key.open-to-others` (500) when others may read the secret
 */
export const answerTransferKeys = async (
	request: Request,
	asked: string,
	now = new Date(),
): Promise<Response> => {
	const { dataDir } = readConfig()
	if (!(await isPrimary(dataDir, request.headers.get('authorization'))))
		return toRefusal(401, 'say who you are', { 'www-authenticate': 'Bearer realm="zone"' })
	const form = asked === 'bind' || asked === 'knot' ? forms[asked] : undefined
	if (!form) return toRefusal(404, 'there is nothing here')
	const today = toLocalDay(now, library.calendar.zone)
	const lists = await listTransferKeys(getDatabase().kysely, { dataDir, today, now })
	return new Response(form(lists), {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
	})
}
