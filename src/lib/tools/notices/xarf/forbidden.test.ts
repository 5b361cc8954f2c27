import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findForbidden, toXarf, type XarfReport } from './index.ts'

const desk = { org: 'Desk of an example', contact: 'desk@desk.example', domain: 'desk.example' }
const plain: XarfReport = {
	reportId: '3d1f0c52-4f0e-4f2e-9a55-0d5f6a1c7b11',
	seenAt: new Date('2026-11-25T09:00:00Z'),
	reporter: desk,
	url: 'https://pictures.example/album/17?page=2',
	finding: { type: 'csam', classification: 'baseline', detectionMethod: 'manual_review' },
	description: 'Article 503-2. السبب كما كُتب.',
	evidence: [{ text: 'Album 17, third picture. العنوان كما كُتب.', description: 'Where it stands' }],
}

/** First bytes of files, harmless: nothing follows that would make one. */
const heads: Readonly<Record<string, Buffer>> = {
	jpeg: Buffer.from('ffd8ffe000104a464946000101', 'hex'),
	png: Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
	gif: Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'),
	webp: Buffer.from('RIFF\u0024\u0000\u0000\u0000WEBPVP8 ', 'latin1'),
	mp4: Buffer.from('\u0000\u0000\u0000\u0018ftypmp42', 'latin1'),
	heic: Buffer.from('\u0000\u0000\u0000\u0018ftypheic', 'latin1'),
	webm: Buffer.from('1a45dfa39f4286810142f781', 'hex'),
	ogg: Buffer.from('OggS\u0000\u0002\u0000\u0000', 'latin1'),
	mp3: Buffer.from('ID3\u0003\u0000\u0000\u0000\u0000', 'latin1'),
	flac: Buffer.from('fLaC\u0000\u0000\u0000\u0022', 'latin1'),
	tiff: Buffer.from('49492a0008000000', 'hex'),
	pdf: Buffer.from('%PDF-1.7\n%\u00e2\u00e3', 'latin1'),
	zip: Buffer.from('504b03041400000008', 'hex'),
	gzip: Buffer.from('1f8b0808000000000003', 'hex'),
}

type Clothes = (file: Buffer) => string
const clothes: Readonly<Record<string, Clothes>> = {
	base64: (file) => file.toString('base64'),
	'base64url, no padding': (file) => file.toString('base64url'),
	hex: (file) => file.toString('hex'),
	'hex in capitals': (file) => file.toString('hex').toUpperCase(),
	'a data URL': (file) => `data:image/png;base64,${file.toString('base64')}`,
	'a data URL, broken up': (file) => `da\u200bta: ima\nge/png; base64 ,${file.toString('base64')}`,
	'a data URL, escaped': () => 'data%3Aimage%2Fjpeg%3Bbase64%2Cx',
	'lines of base64': (file) => (file.toString('base64').match(/.{1,4}/gu) ?? []).join('\r\n'),
	'base64 after a letter': (file) => `Q${file.toString('base64')}`,
	'base64 after two letters': (file) => `Qx${file.toString('base64')}`,
	'base64 in a sentence': (file) => `Voir la preuve : « ${file.toString('base64')} ».`,
	'base64 of base64': (file) => Buffer.from(file.toString('base64')).toString('base64'),
	'base64 of hex of base64': (file) =>
		Buffer.from(Buffer.from(file.toString('base64')).toString('hex')).toString('base64'),
	'base64 of a data URL': (file) =>
		Buffer.from(`data:image/png;base64,${file.toString('base64')}`).toString('base64'),
}

/** Places of a report in which somebody may write. */
const places: Readonly<Record<string, (text: string) => Partial<XarfReport>>> = {
	description: (description) => ({ description }),
	'a text': (text) => ({ evidence: [{ text, description: 'x' }] }),
	'the description of a text': (description) => ({ evidence: [{ text: 'x', description }] }),
	'a name': (org) => ({ reporter: { ...desk, org } }),
	'the source': (sourceAddress) => ({ sourceAddress }),
	'an address': (text) => ({ url: `https://host.example/${encodeURIComponent(text)}` }),
	'an account': (accountId) => ({
		finding: { type: 'csem', exploitationType: 'grooming', detectionMethod: 'user_report', accountId },
	}),
	'whom it claims to be': (claimedEntity) => ({
		finding: { type: 'fraud', fraudType: 'other', claimedEntity },
	}),
}

const padding = fc.string({
	unit: fc.constantFrom('a', 'b', 'X', 'Z', ' ', ',', '0', '9', '.', '\n', 'ع'),
	maxLength: 40,
})

describe('a file becomes part of no report', () => {
	test.each(Object.entries(clothes))('as %s, whichever file, wherever it is put', (_, dress) => {
		for (const [kind, head] of Object.entries(heads))
			for (const [place, put] of Object.entries(places)) {
				const written = toXarf({ ...plain, ...put(dress(head)) })
				expect(written.ok, `${kind} in ${place}`).toBe(false)
			}
	})

	test('with anything before it and after it', () => {
		const file = fc.tuple(fc.constantFrom(...Object.values(heads)), fc.uint8Array({ maxLength: 60 }))
		fc.assert(
			fc.property(
				file,
				fc.constantFrom(...Object.values(clothes)),
				fc.constantFrom(...Object.values(places)),
				padding,
				([head, rest], dress, put, before) => {
					const text = `${before} ${dress(Buffer.concat([head, rest]))}`
					expect(toXarf({ ...plain, ...put(text) }).ok).toBe(false)
				},
			),
		)
	})

	test('as bytes written as letters', () => {
		for (const name of ['jpeg', 'png', 'mp4', 'webm', 'zip', 'gzip'])
			expect(
				toXarf({ ...plain, evidence: [{ text: heads[name]?.toString('latin1') ?? '', description: '' }] }).ok,
			).toBe(false)
		expect(toXarf({ ...plain, description: '<svg xmlns="x"><path/></svg>' }).ok).toBe(false)
	})

	test('as a word too long to be one, though nobody knows what it is', () => {
		const secret = Buffer.alloc(600, 0x5a).toString('base64')
		expect(toXarf({ ...plain, evidence: [{ text: secret, description: '' }] })).toMatchObject({
			issues: [{ path: 'evidence.0.payload' }],
		})
	})
})

/** A second opinion, that shares nothing with the tool: every text of what was written, as it is and unpacked once. */
const looksLikeMedia = (text: string): boolean =>
	/data:(image|video|audio)/iu.test(text) ||
	[...text.matchAll(/[A-Za-z0-9+/]{8,}/gu)].some(([run]) =>
		/^(\u00ff\u00d8\u00ff[\u00db\u00e0\u00e1]|\u0089PNG|GIF8|RIFF|.{4}ftyp|OggS|ID3|%PDF)/su.test(
			Buffer.from(run, 'base64').toString('latin1'),
		),
	)
const listTexts = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(listTexts)
			: []

test('whatever is put in, what comes out is text without media, and its evidence plain text', () => {
	const anything = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.base64String(),
		fc
			.constantFrom(...Object.values(heads))
			.chain((head) => fc.constantFrom(...Object.values(clothes)).map((dress) => dress(head))),
		fc.webUrl({ withQueryParameters: true, withFragments: true }),
		padding,
	)
	const report = fc
		.tuple(fc.array(fc.tuple(fc.constantFrom(...Object.values(places)), anything), { maxLength: 4 }))
		.map(([changes]) =>
			changes.reduce<XarfReport>((made, [put, text]) => ({ ...made, ...put(text) }), { ...plain }),
		)
	let written = 0
	fc.assert(
		fc.property(report, (input) => {
			const output = toXarf(input)
			if (!output.ok) return
			written += 1
			for (const text of listTexts(output.value)) expect(looksLikeMedia(text), text).toBe(false)
			for (const item of (output.value['evidence'] ?? []) as { content_type: string; payload: string }[]) {
				expect(item.content_type).toBe('text/plain; charset=utf-8')
				expect(looksLikeMedia(Buffer.from(item.payload, 'base64').toString())).toBe(false)
			}
			expect(findForbidden(output.value)).toEqual([])
		}),
		{ numRuns: 500 },
	)
	expect(written, 'the property speaks of reports that are written, too').toBeGreaterThan(50)
})

describe('findForbidden()', () => {
	const written = toXarf(plain)
	const good = written.ok ? written.value : {}
	const item = (good['evidence'] as Record<string, unknown>[])[0]
	const findPaths = (change: Record<string, unknown>) =>
		findForbidden({ ...good, ...change }).map(({ path }) => path)

	test('has nothing against a report of this tool', () => expect(findForbidden(good)).toEqual([]))

	test.each([
		'image/png',
		'image/svg+xml',
		'video/mp4',
		'audio/mpeg',
		'application/pdf',
		'application/octet-stream',
		'message/rfc822',
		'text/html',
		'TEXT/PLAIN',
		'',
	])('refuses evidence of type %s', (type) => {
		expect(findPaths({ evidence: [{ ...item, content_type: type }] })).toEqual(['evidence.0'])
	})

	test.each([
		['attachments', []],
		['attachment', 'x'],
		['screenshot_url', 'https://host.example/x.png'],
		['victim', { name: 'x' }],
		['victim_name', 'x'],
		['victim_email', 'x'],
		['reporter_ip', '192.0.2.1'],
		['complainant', 'x'],
		['whois', {}],
		['_internal', { analyst: 'x' }],
		['__proto__x', 1],
	])('refuses the field %s, whatever is in it', (name, value) => {
		expect(findPaths({ [name]: value })).toEqual([''])
	})

	test('refuses fields within fields, and forms that no report has', () => {
		expect(findPaths({ reporter: { ...desk, phone: '1' } })).toEqual(['reporter'])
		expect(findPaths({ sender: { ...desk, name: 'x' } })).toEqual(['sender'])
		expect(findPaths({ perpetrator_indicators: { ip_addresses: ['192.0.2.1'] } })).toEqual([
			'perpetrator_indicators',
		])
		expect(findPaths({ hash_values: { photodna: 'x' } })).toEqual(['hash_values'])
		expect(findPaths({ evidence: [{ ...item, filename: 'x' }] })).toEqual(['evidence.0'])
		expect(findPaths({ evidence: 'x'.repeat(3) })).toEqual([])
		expect(findPaths({ evidence: { 0: item } })).toEqual(['evidence'])
		expect(findPaths({ evidence: Array(51).fill(item) })).toEqual(['evidence'])
		expect(findPaths({ tags: [['a:b']], description: { x: 1 } })).toEqual(['description', 'tags.0'])
		expect(findPaths({ url: null })).toEqual(['url'])
		for (const value of [null, undefined, 'x', 1, [good]]) expect(findForbidden(value)).toHaveLength(1)
	})

	test('refuses a text that is none, too long, or not in base64', () => {
		const payload = (bytes: Buffer) => ({ evidence: [{ ...item, payload: bytes.toString('base64') }] })
		expect(findPaths(payload(Buffer.from([0xc3, 0x28])))).toEqual(['evidence.0'])
		expect(findPaths(payload(Buffer.alloc(16_385, 0x61)))).toEqual(['evidence.0'])
		expect(findPaths({ evidence: [{ ...item, payload: '*' }] })).toEqual(['evidence.0'])
	})

	test('says where, never what', () => {
		for (const [place, put] of Object.entries(places)) {
			const output = toXarf({ ...plain, ...put(heads['jpeg']?.toString('base64') ?? '') })
			expect(output.ok ? 'written' : JSON.stringify(output.issues), place).not.toMatch(/written|\/9j/u)
		}
	})

	test('takes hashes, long addresses and words in every script', () => {
		const finding: XarfReport['finding'] = {
			type: 'csam',
			classification: 'A1',
			detectionMethod: 'hash_match',
			hashes: { md5: 'ffd8ffe0'.repeat(4), sha256: 'ffd8ffe0'.repeat(8) },
		}
		const texts = [
			'ⵜⴰⵎⴰⵣⵉⵖⵜ',
			'ثقة '.repeat(200),
			'Les données : nom, adresse/téléphone, école.',
			'a\tb\r\nc',
		]
		const report = {
			...plain,
			finding,
			url: `https://host.example/${'a1B2c3'.repeat(120)}?next=%D8%AB%D9%82%D8%A9`,
			evidence: texts.map((text) => ({ text, description: '' })),
		}
		expect(toXarf(report)).toMatchObject({ ok: true })
	})
})
