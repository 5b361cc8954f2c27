/** The demonstration of the programme, run to its end as a person runs it; what it says is asked of its pages and files once more. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseCsv } from '../src/lib/tools/open-data/csv/index.ts'

const isBuilt = existsSync('build/handler.js')
/** What `npm run demo:programme` starts. */
const script = ['--import', './scripts/raw-text.js', 'scripts/demo-programme.ts']

test.each(['DATA_DIR', 'DATABASE_URL'])(
	'it touches no installation: with %s it refuses, and makes nothing',
	(name) => {
		const place = mkdtempSync(join(tmpdir(), 'thiqa-demo-refused-'))
		const env = { ...process.env, TMPDIR: place, DATA_DIR: '', DATABASE_URL: '', [name]: join(place, 'live') }
		const { status, stderr } = spawnSync(process.execPath, script, { env, encoding: 'utf8' })
		expect([status, readdirSync(place)]).toEqual([1, []])
		expect(stderr).toContain('Invented sessions never go into one')
		rmSync(place, { recursive: true })
	},
)

describe.skipIf(!isBuilt)('npm run demo:programme (needs a build: npm run build)', () => {
	/** Folders that it makes are made here. */
	const place = mkdtempSync(join(tmpdir(), 'thiqa-demo-test-'))
	let said = ''
	let end: () => Promise<number | null>
	let origin = ''
	const read = async (path: string): Promise<string> => {
		const answer = await fetch(origin + path)
		expect(answer.status, path).toBe(200)
		return answer.text()
	}

	beforeAll(async () => {
		const env = { ...process.env, TMPDIR: place, DATA_DIR: '', DATABASE_URL: '' }
		const child = spawn(process.execPath, script, { env })
		const ended = once(child, 'close')
		end = async () => {
			child.kill('SIGTERM')
			await ended
			return child.exitCode
		}
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (text: Buffer) => (said += text.toString()))
		while (!said.includes('\nDone.')) {
			if (child.exitCode !== null) throw new Error(`the demonstration ended, saying ${said}`)
			await Promise.race([once(child.stdout, 'data'), ended])
		}
		origin = /promises +(http:\/\/localhost:\d+)/u.exec(said)?.[1] ?? ''
	})
	afterAll(async () => {
		await end()
		rmSync(place, { recursive: true, force: true })
	})

	test('writes down some 400 sessions of twelve trainers, and says by which link one becomes each person', () => {
		const [, sessions, trainers] = /1\. (\d+) sessions are written down by (\d+) trainers/u.exec(said) ?? []
		expect(Number(sessions)).toBeGreaterThan(350)
		expect(trainers).toBe('12')
		for (const role of ['programme-lead', 'campaigner', 'trainer', 'evaluator', 'programme-viewer'])
			expect(said, role).toMatch(new RegExp(`${role} +\\p{L}+ +${origin}/desk/enrol/`, 'u'))
	})

	test('every page that shows any of it says that it was invented', async () => {
		const marks = {
			fr: 'Tout ceci est inventé',
			ar: 'مختلَق',
			en: 'was invented for a demonstration',
			zgh: 'ⵉⵜⵜⵓⵙⵏⵓⵍⴼⴰ',
		}
		const paths = ['', '/regions', '/regions/MA-09', '/errata', '/data', '/trials', '/trials/t1']
		for (const [language, mark] of Object.entries(marks)) {
			for (const path of paths)
				expect(await read(`/${language}/programme${path}`), `${language}${path}`).toContain(mark)
			expect(await read(`/programme/tile/${language}`), language).toContain(mark)
		}
	})

	test('so does every number of its files: no system takes them in for real ones', async () => {
		const [heads = [], ...lines] = parseCsv(await read('/programme/figures.csv'))
		expect(new Set(lines.map((line) => line[heads.indexOf('demonstration')]))).toEqual(new Set(['true']))
		expect(new Set(lines.map((line) => line[heads.indexOf('status')]))).toEqual(
			new Set(['shown', 'too-few', 'withheld', 'not-counted']),
		)
		expect(await read('/programme/adx.xml')).not.toContain('THIQA_')
		expect(JSON.parse(await read('/programme/datapackage.json'))).toMatchObject({
			description: expect.stringContaining('Invented, for a demonstration.') as unknown,
		})
	})

	test('a session that was taken back after publication is an erratum in sight, and the study found nothing', async () => {
		const [heads = [], ...errata] = parseCsv(await read('/programme/errata.csv'))
		expect(errata.map((line) => line[heads.indexOf('indicator')])).toContain('sessions-held')
		expect(await read('/fr/programme/trials/t1')).toContain('Exemple inventé')
	})

	test('leaves nothing behind when it is ended', async () => {
		expect([await end(), readdirSync(place)]).toEqual([0, []])
		await expect(fetch(origin)).rejects.toThrow('fetch failed')
	})
})
