import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { languages, type Language } from '#base'
import { library } from '#domains/guide/server'
import { skills } from '#domains/skills/server'
import { readQr } from '#tools/files/qr-reader'
import { openNote, parseVerifierKey } from '#tools/seal/signed-note'
import { draftWords, type Material } from '../material.ts'
import { findSource } from '../source.ts'
import { materialKinds } from '../campaign.ts'
import type { CampaignCode } from '../codes/index.ts'
import { toCodeAddress } from '../codes/code-plan.ts'
import { toPublicPem } from '../../mirrors/index.ts'
import { listKitCommands } from './index.ts'
import { getKitKey, makeKit, makeMaterialFile } from './server/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'thiqa-kit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shelf = { library, lessons: skills.lessons }
const origin = 'https://thiqa.example'
const agreed = new Date('2027-01-15T10:00:00Z')
const source = (language: Language) => {
	const found = findSource(shelf, 'topic/bullying/teens', language)
	if (!found) throw new Error(language)
	return found
}
const materials: Material[] = languages.flatMap((language) =>
	materialKinds.map((kind): Material => ({
		id: `${kind}-${language}`,
		campaign: 'c',
		kind,
		language,
		author: 'a',
		version: 1,
		source: 'topic/bullying/teens',
		sourceHash: source(language).hash,
		words: draftWords(kind, source(language)),
		approvals: [
			{ by: 'b', at: new Date('2027-01-14T10:00:00Z') },
			{ by: 'c', at: agreed },
		],
	})),
)
/** One of each way of making. */
const few = materials.filter(({ kind }) => ['poster-a3', 'poster-a4', 'link', 'sms'].includes(kind))
const codes: CampaignCode[] = languages.flatMap((language, index) =>
	(['MA-08', 'MA-09'] as const).map((place, second) => ({
		code:
			['K7MX2Q', 'B9DF6H', 'CDFGH7', 'HJKMN8', 'PQRST9', 'VWXYZ2', 'BCDF25', 'GHJK67'][index * 2 + second] ??
			'',
		campaign: 'c',
		channel: 'print',
		language,
		place,
		target: `/${language}/teens/bullying`,
		printRun: 500,
		retiredOn: undefined,
	})),
)
const order: Parameters<typeof makeKit>[0] = {
	campaign: {
		id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
		title: 'Exemple',
		event: 'safer-internet-day',
		version: 1,
		from: '2027-02-01',
		until: '2027-02-14',
		region: undefined,
		madeBy: 'a',
		audiences: ['teens'],
		languages,
		channels: ['print', 'social', 'sms', 'radio'],
	},
	materials: few,
	codes,
	shelf,
	origin,
	dataDir: folder,
	place: undefined,
}

const has = (program: string): boolean => !spawnSync(program, ['--version']).error
const lead = { origin, code: 'K7MX2Q', target: '/fr/teens/bullying' }

/** Reads the code of a page with our own reader, from the pixels that poppler paints: a head of text, then three bytes a pixel. */
const readAsWe = (file: string, page: number): string | undefined => {
	const painted = execFileSync('pdftoppm', ['-r', '72', '-f', String(page), '-singlefile', file], {
		maxBuffer: 1e8,
	})
	const [head = '', width = '', height = ''] =
		/^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(painted.toString('latin1', 0, 40)) ?? []
	const pixels = painted.subarray(head.length)
	const data = new Uint8Array((pixels.length / 3) * 4).fill(255)
	for (let at = 0; at < pixels.length; at++) data[Math.floor(at / 3) * 4 + (at % 3)] = pixels[at] ?? 0
	const read = readQr({ width: Number(width), height: Number(height), data })
	return read.ok ? read.value : read.code
}

test('the kit is the same byte for byte, whatever zone the machine is in', async () => {
	const [first, second] = [await makeKit(order), await makeKit(order)]
	expect(Buffer.compare(first, second)).toBe(0)
	const dates = [first[10], first[11], first[12], first[13]]
	expect(dates).toEqual([0, 0, 33, 92])
})

test('its sums verify with sha256sum, its note with the key that is published, and both see a change', async () => {
	const files = unzipSync(await makeKit({ ...order, place: 'MA-08' }))
	for (const [path, bytes] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true })
		writeFileSync(join(folder, path), bytes)
	}
	const said = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
	expect(said.trim().split('\n').length).toBe(Object.keys(files).length - 2)
	const key = parseVerifierKey(await getKitKey(order))
	const note = new TextDecoder().decode(files['SHA256SUMS.note'])
	const keys = key.ok ? [key.value] : []
	const opened = await openNote(note, keys)
	const sums = execFileSync('sha256sum', ['SHA256SUMS'], { cwd: folder, encoding: 'utf8' }).slice(0, 64)
	expect(opened.ok && opened.value.text).toBe(
		`thiqa/campaign-kit/v1\n${order.campaign.id}\nSHA256SUMS ${sums}\n`,
	)
	expect((await openNote(note.replace('SHA256SUMS ', 'SHA256SUMS 0'), keys)).ok).toBe(false)
	writeFileSync(join(folder, 'fr/sms.txt'), 'other')
	expect(spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder }).status).toBe(1)
})

test('a partner checks a kit by the commands of the page, and each of them sees a change', async () => {
	const own = mkdtempSync(join(tmpdir(), 'thiqa-kit-check-'))
	const files = unzipSync(await makeKit({ ...order, place: 'MA-08' }))
	const write = (): void => {
		for (const [path, bytes] of Object.entries(files)) {
			mkdirSync(dirname(join(own, path)), { recursive: true })
			writeFileSync(join(own, path), bytes)
		}
	}
	const verifier = parseVerifierKey(await getKitKey(order))
	writeFileSync(join(own, 'kit-key.pem'), verifier.ok ? toPublicPem(verifier.value.publicKey) : '')
	const [fetched, ...commands] = listKitCommands('https://thiqa.example/programme/kit-key.pem')
	expect(fetched).toBe('curl -O https://thiqa.example/programme/kit-key.pem')
	const check = () => spawnSync('sh', ['-ec', commands.join('\n')], { cwd: own, encoding: 'utf8' })
	write()
	expect(check()).toMatchObject({ status: 0 })
	const change = (path: string, to: (text: string) => string): void => {
		write()
		writeFileSync(join(own, path), to(new TextDecoder().decode(files[path])))
	}
	change('fr/sms.txt', () => 'other')
	expect(check().status).not.toBe(0)
	change('SHA256SUMS', (text) => text.replace(/^./u, (first) => (first === '0' ? '1' : '0')))
	expect(check().status).not.toBe(0)
	change('SHA256SUMS.note', (text) => text.replace('SHA256SUMS ', 'SHA256SUMS 0'))
	expect(check().status).not.toBe(0)
	rmSync(own, { recursive: true })
})

test('a kit holds only what two persons agreed to and whose source is as it was, for its place', async () => {
	const [one, two, three] = few.filter(({ language }) => language === 'fr')
	if (!one || !two || !three) throw new Error('no materials')
	const some = [one, { ...two, approvals: two.approvals.slice(1) }, { ...three, sourceHash: 'older' }]
	const files = Object.keys(unzipSync(await makeKit({ ...order, materials: some })))
	expect(files).toEqual([
		'MA-08/fr/poster-a3.pdf',
		'MA-09/fr/poster-a3.pdf',
		'SHA256SUMS',
		'SHA256SUMS.note',
		'kit.json',
	])
	await expect(makeKit({ ...order, materials: some.slice(1) })).rejects.toMatchObject({
		code: 'campaign.nothing',
	})
})

test('a kit says which languages nobody has read over', async () => {
	const facts = unzipSync(
		await makeKit({ ...order, materials: materials.filter(({ kind }) => kind === 'sms') }),
	)['kit.json']
	expect(JSON.parse(new TextDecoder().decode(facts))).toMatchObject({
		unreviewed: languages,
		event: 'safer-internet-day',
	})
})

test('a text carries the address of its code, or of its page where it has none', async () => {
	const sms = materials.find(({ kind, language }) => kind === 'sms' && language === 'fr')
	if (!sms) throw new Error('no material')
	const read = async (code: string | undefined) =>
		new TextDecoder().decode(
			(await makeMaterialFile(sms, { source: source('fr'), lead: { ...lead, code }, at: agreed })).bytes,
		)
	expect(await read('K7MX2Q')).toMatch(/\nhttps:\/\/thiqa\.example\/q\/K7MX2Q\n$/u)
	expect(await read(undefined)).toMatch(/\nhttps:\/\/thiqa\.example\/fr\/teens\/bullying\n$/u)
})

const sizes = { square: [1080, 1080], story: [1080, 1920], link: [1200, 630] } as const

describe.each(languages)('in %s', (language) => {
	const make = (kind: Material['kind']) => {
		const material = materials.find((one) => one.kind === kind && one.language === language)
		if (!material) throw new Error(kind)
		return makeMaterialFile(material, { source: source(language), lead, at: agreed })
	}

	test.each(Object.entries(sizes))('the picture %s has its size', async (kind, size) => {
		const { bytes } = await make(kind as keyof typeof sizes)
		const view = new DataView(bytes.buffer, bytes.byteOffset)
		expect([view.getUint32(16), view.getUint32(20)]).toEqual(size)
	})

	test.each(['poster-a3', 'poster-a4', 'leaflet', 'card'] as const)(
		'the %s is a PDF/UA-1 file',
		async (kind) => {
			expect(Buffer.from((await make(kind)).bytes).includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(true)
		},
	)

	test.skipIf(!has('zbarimg') || spawnSync('pdftoppm', ['-v']).error)(
		'zbar and our own reader read the code of every print at 72 points an inch, and after JPEG at quality 60',
		async () => {
			for (const kind of ['poster-a3', 'poster-a4', 'leaflet', 'card'] as const) {
				const file = join(folder, `${kind}.pdf`)
				writeFileSync(file, (await make(kind)).bytes)
				for (const how of [['-png'], ['-jpeg', '-jpegopt', 'quality=60']]) {
					const root = join(folder, `${kind}-${how[0]}`)
					execFileSync('pdftoppm', [
						'-r',
						'72',
						...how,
						...(kind === 'leaflet' ? ['-f', '2'] : []),
						'-singlefile',
						file,
						root,
					])
					if (how[0] === '-png')
						expect(readAsWe(file, kind === 'leaflet' ? 2 : 1)).toBe(toCodeAddress(origin, 'K7MX2Q'))
					const { stdout } = spawnSync(
						'zbarimg',
						['-q', '--raw', `${root}.${how[0] === '-png' ? 'png' : 'jpg'}`],
						{ encoding: 'utf8' },
					)
					expect(stdout.split('\n')[0], `${kind} ${how.join(' ')}`).toBe(toCodeAddress(origin, 'K7MX2Q'))
				}
			}
		},
	)
})
