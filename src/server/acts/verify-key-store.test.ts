import { isActionFailure, type Cookies } from '@sveltejs/kit'
import { afterEach, expect, test, vi } from 'vitest'
import { setDatabase } from '#server/process/database'
import { makeFolder } from '../../../tests/support/child.ts'
import { database } from '../../../tests/support/database.ts'
import { seedDesk } from '../../../tests/support/desk-seed.ts'
import { goLive } from '../../../tests/support/live-operator.ts'
import { verifyKeyAct } from './partners/verify-key.ts'

const jar: Partial<Cookies> = {}
const origin = 'http://second.localhost'

afterEach(() => vi.unstubAllEnvs())

test('who has just enrolled is no second person for a key where somebody answers for the installation', async () => {
	const opened = await database('pglite')
	const dataDir = makeFolder()
	await goLive(dataDir)
	vi.stubEnv('DATA_DIR', dataDir)
	vi.stubEnv('LOG_LEVEL', 'error')
	setDatabase(opened)
	const { people, cases } = await seedDesk(opened.kysely, { dataDir, origin })
	const [id = ''] = cases
	const url = new URL(`${origin}/desk/partners/${id}?/verify`)
	const staff = { id: people.supervisor.id, name: 'S', roles: ['supervisor'], language: 'fr' } as const
	const done = await verifyKeyAct({
		url,
		params: { id },
		cookies: jar as Cookies,
		request: new Request(url, { method: 'POST', body: new URLSearchParams({ key: id, typed: id }) }),
		locals: {
			canaryDomain: undefined,
			staff: { ...staff, signedInAt: new Date(), formToken: 't', sessionId: id },
		},
	})
	expect(isActionFailure(done) ? done.data : done).toMatchObject({
		refused: 'partner.second-person',
		kept: { key: id, typed: id },
	})
})
