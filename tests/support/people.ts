/** People for tests: an installation with accounts, someone enrolled, a session as a browser holds it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { onTestFinished, vi } from 'vitest'
import type { StaffRole } from '../../src/lib/domains/people/index.ts'
import {
	addPerson,
	enrolWithPassphrase,
	invite,
	makeTotpSecret,
	openPeople,
	type People,
} from '../../src/lib/domains/people/server/index.ts'
import { database, type EngineName } from './database.ts'

export const passphrase = 'quatre mots sans rapport'
export const start = new Date('2026-11-26T08:00:00Z')
export const later = (seconds: number): Date => new Date(start.getTime() + seconds * 1000)

/** For `beforeEach` and `afterEach`: the library reads the clock of the machine, so both clocks are set together. */
export const stopClock = (): void => void vi.useFakeTimers({ toFake: ['Date'], now: start })
export const startClock = (): void => void vi.useRealTimers()

export const makeFolder = (): string => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-people-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	return folder
}

export const open = async (engine: EngineName, origin = 'https://desk.example'): Promise<People> => {
	const { kysely } = await database(engine)
	return openPeople({ kysely, dataDir: makeFolder(), origin, now: () => new Date() })
}

export const toApp = (typed: string) => createOTP(new TextDecoder().decode(base32.decode(typed)))

export const enrol = async (people: People, name = 'Amal', roles: readonly StaffRole[] = ['supervisor']) => {
	const id = await addPerson(people.db, { name, roles, language: 'ar' }, new Date())
	const token = await invite(people.db, id, new Date())
	const { typed, sealed } = await makeTotpSecret(people.secret, { id, name }, new Date())
	const app = toApp(typed)
	const given = { passphrase, again: passphrase, sealed, code: await app.totp() }
	const enrolled = await enrolWithPassphrase(people, token, given, new Date())
	if (!enrolled.ok) throw new Error(enrolled.code)
	return { id, token, app, sealed }
}

/** Opens a session and gives the headers that its browser sends from then on. */
export const openSession = async (people: People, personId: string) => {
	const { headers } = await people.auth.api.openSession({
		body: { personId },
		headers: new Headers({ 'user-agent': 'canary-browser', 'x-forwarded-for': '203.0.113.7' }),
		returnHeaders: true,
	})
	const cookie = headers.getSetCookie()[0] ?? ''
	return { cookie, headers: new Headers({ cookie: cookie.split(';')[0] ?? '' }) }
}
