/** The shipped files of nginx and Caddy in the real programs: every door of the product is found, but for the one that is the operator's own. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openProxy, openUpstream, type OpenedProxy } from '../support/opened-proxy.ts'
import { describeProgram, openStage } from '../support/programs.ts'
import type { Upstream } from '../support/upstream.ts'
import { visit, visitByHttp2 } from '../support/visitor.ts'

/** One address of each group of routes, and forms of it that a person may type. */
const doors = [
	'/',
	'/fr',
	'/fr/help',
	'/fr/report',
	'/fr/mailbox',
	'/contacts.json',
	'/record/checkpoint',
	'/intake/epoch',
	'/intake/attachments',
	'/desk',
	'/desk/',
	'/desk/sign-in',
	'/healthy-habits',
]

/** The health page in every form in which a server might still find it. */
const closed = ['/health', '/health/', '/health/ready', '/health?x', '/%68ealth', '/he%61lth/live']

const stage = openStage()

describe.each(['nginx', 'caddy'] as const)('the shipped file of %s', (name) => {
	describeProgram(
		name,
		name,
		(program) => {
			let proxy: OpenedProxy
			let upstream: Upstream
			beforeAll(async () => {
				upstream = await openUpstream(stage)
				proxy = await openProxy(stage, { program, name }, { upstream: upstream.port })
			})

			test.each(doors)('%s is asked of the application as it stands', async (path) => {
				for (const ask of [visit, visitByHttp2]) {
					const address = `${path}?${ask.name}`
					expect((await ask(proxy, address)).status).toBe(201)
					expect(upstream.find(address)).toBeDefined()
				}
			})

			test.each(closed)('%s is asked of the application as a page that does not exist', async (path) => {
				for (const ask of [visit, visitByHttp2]) {
					const before = upstream.list().length
					await ask(proxy, path)
					const asked = upstream.list().slice(before)
					expect(asked.map((url) => url.split('?')[0])).toEqual(['/not-here'])
				}
			})
		},
		{ openssl: 'openssl' },
	)
})

describeProgram(
	'nginx',
	'nginx',
	(program) => {
		const nginx = { program, name: 'nginx' } as const
		const open = async (alter: (text: string) => string) => {
			const upstream = await openUpstream(stage)
			return { upstream, proxy: await openProxy(stage, nginx, { upstream: upstream.port, alter }) }
		}
		const replace = (from: RegExp, to: string) => (text: string) => {
			if (text.search(from) < 0) throw new Error(`the shipped file has no ${from.source}`)
			return text.replace(from, to)
		}

		test('one address that asks without end is told to come back, with numbers; its report is taken', async () => {
			const slow = replace(/rate=\d+r\/s/u, 'rate=1r/m')
			const { proxy } = await open((text) => replace(/burst=\d+/gu, 'burst=3')(slow(text)))
			const ask = async (path: string): Promise<number> => (await visit(proxy, path)).status
			const statuses: number[] = []
			for (const at of [1, 2, 3, 4, 5, 6]) statuses.push(await ask(`/fr/help?${at}`))
			expect(statuses).toEqual([201, 201, 201, 201, 503, 503])
			expect((await visit(proxy, '/fr')).body.toString()).toContain('tel:2511')
			expect(await ask('/desk/sign-in')).toBe(503)
			expect([await ask('/intake/reports'), await ask('/intake/attachments')]).toEqual([201, 201])
		})

		test('one address holds so many lines at once and no more', async () => {
			const { proxy, upstream } = await open(replace(/limit_conn one \d+/u, 'limit_conn one 2'))
			let free = (): void => undefined
			const isFree = new Promise<void>((resolve) => (free = resolve))
			const body = async function* () {
				yield Buffer.from('a')
				await isFree
			}
			const hold = (at: number) => visit(proxy, `/intake/reports?${at}`, { method: 'POST', body: body() })
			const held = [hold(1), hold(2)]
			for (const at of [1, 2]) await expect.poll(() => upstream.find(`/intake/reports?${at}`)?.bytes).toBe(1)
			expect((await visit(proxy, '/fr')).status).toBe(503)
			free()
			expect((await Promise.all(held)).map(({ status }) => status)).toEqual([201, 201])
			expect((await visit(proxy, '/fr')).status).toBe(201)
		})
	},
	{ openssl: 'openssl' },
)
