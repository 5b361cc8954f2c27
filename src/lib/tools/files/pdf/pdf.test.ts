import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { getDirection, getLanguage, locales, type Locale } from '#base'
import { isolateNumbers } from '#tools/script/bidi'
import { library } from '#domains/guide/server'
import { toQrRows } from '#tools/files/qr-code'
import { makeSigningKey } from '#tools/seal/signed-code'
import { GET } from '../../../../routes/[lang=lang]/(site)/skills/lessons/[lesson]/[part=part].pdf/+server.ts'
import { signCertificate } from '../../../domains/skills/certificate/index.ts'
import { lessonParts, type LessonPart } from '../../../domains/skills/lesson/lesson-view.ts'
import { skills } from '../../../domains/skills/server/library.ts'
import { getPdfMaker } from '../../../platform/server/pdf.ts'
import { sources, templates, type Sheet } from '../../../ui/paper/index.ts'
import { createWords } from '../../../ui/words/index.ts'
import { PdfFault } from './index.ts'

const makePdf = getPdfMaker(sources)
const at = new Date('2026-11-25T12:00:00Z')

const folder = mkdtempSync(join(tmpdir(), 'thiqa-pdf-'))
afterAll(() => rmSync(folder, { recursive: true }))

const hasPoppler = ['pdfinfo', 'pdftotext', 'pdffonts'].every((name) => !spawnSync(name, ['-v']).error)

/** Runs a program of poppler on a file. */
const ask = (
	file: Uint8Array,
	program: 'pdfinfo' | 'pdftotext' | 'pdffonts',
	...options: string[]
): string => {
	const path = join(folder, 'file.pdf')
	writeFileSync(path, file)
	const args = [...options, path, ...(program === 'pdftotext' ? ['-'] : [])]
	return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
/** Characters in their order; where a line breaks and which way it runs is not asked. */
const toLetters = (text: string): string => text.replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
const textOf = (file: Uint8Array): string => toLetters(ask(file, 'pdftotext'))

const makeSheet = (changes: Partial<Sheet> = {}): Sheet => ({
	title: 'Title',
	description: 'What it is',
	publisher: 'Thiqa',
	lang: 'fr',
	dir: 'ltr',
	footer: 'Foot',
	...changes,
})
const plain = `#import "/paper.typ": *
#let data = json(bytes(sys.inputs.data))
#show: sheet.with(data, numbered: false)
#heading(level: 1, data.title)
#data.says`
const inArabic = { lang: 'ar', dir: 'rtl' } as const

const secretKey = makeSigningKey()
/** Data of a certificate for a quiz of the real content, as its page gives them. */
const makeCertificateSheet = async (locale: Locale, serial = 'k3f9x2') => {
	const { t, text, date, language } = createWords(locale)
	const topic = library.topics.find(({ id }) => id === 'passwords')
	const code = await signCertificate(
		{ topic: 'passwords', form: 'a', right: 5, of: 5, day: '2026-11-25', serial },
		secretKey,
	)
	return {
		...makeSheet({
			title: t('certificate.title'),
			description: t('certificate.title'),
			publisher: t('site.name'),
			lang: language,
			dir: getDirection(locale),
			footer: t('site.name'),
		}),
		says: t('certificate.says', { n: 5, of: 5 }),
		topic: text(topic?.title[language] ?? ''),
		skillsTitle: t('certificate.skills'),
		skills: ['1', '2', '3', '4', '5'].map((number) => `${t('certificate.skills')} ${number}`),
		nameLabel: t('certificate.name'),
		date: date('2026-11-25'),
		dateLabel: t('certificate.date'),
		verify: t('certificate.verify'),
		fingerprint: `${t('certificate.key')}: \u2066ab12-cd34\u2069`,
		code,
		rows: toQrRows(`https://thiqa.example/${locale}/skills/certificate#${code}`),
	}
}
const makeCertificate = async (locale: Locale, serial?: string): Promise<Uint8Array> =>
	makePdf(templates.certificate, await makeCertificateSheet(locale, serial), at)

/** A part of a lesson of the real content, as its page answers. */
const makeLessonPart = async (lang: Locale, lesson: string, part: LessonPart): Promise<Uint8Array> => {
	const answer = await GET({ params: { lang, lesson, part } } as unknown as Parameters<typeof GET>[0])
	return new Uint8Array(await answer.arrayBuffer())
}

test('the maker gives the same file for the same words and moment', async () => {
	const data = await makeCertificateSheet('ar')
	expect(makePdf(templates.certificate, data, at)).toEqual(makePdf(templates.certificate, data, at))
})

test.each<[string, string, string]>([
	['stops itself', '#panic("no")', 'no'],
	['is not closed', '#heading(', 'unclosed'],
	['names what is not there', '#nothing', 'unknown variable'],
	['asks for data that is not there', '#json(bytes(sys.inputs.data)).name', 'name'],
	['imports a text that was not handed in', '#import "/other.typ": *', 'not found'],
	['reads a file of the machine', '#read("/etc/passwd")', 'not found'],
	['climbs out of its folder', '#include "../../../../etc/passwd"', 'access denied'],
	['shows a picture of the machine', '#image("/etc/hostname")', 'not found'],
	['gives no title, which PDF/UA-1 wants', 'Hello', 'title'],
	[
		'gives a picture no alternative',
		"#set document(title: \"x\")\n#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>\"))",
		'alt',
	],
	['is empty', '', 'title'],
])('the maker throws PdfFault for a template that %s, and goes on with the next', (_, template, reason) => {
	expect(() => makePdf(template, {}, at)).toThrow(PdfFault)
	expect(() => makePdf(template, {}, at)).toThrow(reason)
	expect(makePdf(plain, { ...makeSheet(), says: 'x' }, at).length).toBeGreaterThan(1000)
})

test('memory stays flat over 200 certificates, one a turn of the server', async () => {
	const sheet = await makeCertificateSheet('ar')
	const makeMany = async (count: number, mark: string): Promise<number> => {
		for (let made = 0; made < count; made++) {
			const code = `${mark}${made}`
			makePdf(templates.certificate, { ...sheet, code, rows: toQrRows(`${sheet.code}${code}`) }, at)
			// The bytes of a file are given back between two requests, never within one.
			await setImmediate()
		}
		return process.memoryUsage().rss
	}
	const before = await makeMany(40, 'a')
	const after = await makeMany(200, 'b')
	expect((after - before) / 1e6).toBeLessThan(40)
})

describe.each(locales)('printed in %s', (locale) => {
	const isUa = (file: Uint8Array): boolean => Buffer.from(file).includes('<pdfuaid:part>1</pdfuaid:part>')

	test.each(lessonParts)('the %s of every lesson is a PDF/UA-1 file', async (part) => {
		for (const { id } of skills.lessons)
			expect(isUa(await makeLessonPart(locale, id, part)), `${id}/${part}`).toBe(true)
	})

	test('the certificate is a PDF/UA-1 file', async () => {
		expect(isUa(await makeCertificate(locale))).toBe(true)
	})
})

describe('as poppler reads it', () => {
	beforeEach(({ skip }) => {
		skip(!hasPoppler, 'pdfinfo, pdftotext or pdffonts is not installed: apt install poppler-utils')
	})

	test.each(locales)(
		'a certificate in %s is tagged and says its title, language and standard',
		async (locale) => {
			const file = await makeCertificate(locale)
			const info = ask(file, 'pdfinfo')
			expect(info).toMatch(/^Tagged: +yes$/mu)
			expect(info).toMatch(/^Pages: +1$/mu)
			expect(info).toMatch(/^JavaScript: +no$/mu)
			expect(info).toContain(createWords(locale).t('certificate.title'))
			const meta = ask(file, 'pdfinfo', '-meta')
			expect(meta).toContain('<pdfuaid:part>1</pdfuaid:part>')
			expect(meta).toContain(`<rdf:li>${getLanguage(locale)}-MA</rdf:li>`)
			expect(ask(file, 'pdfinfo', '-struct')).toMatch(/^Document\n(?:.*\n)*? *H1 /u)
		},
	)

	const lettersOf = (file: Uint8Array): string[] =>
		ask(file, 'pdffonts')
			.split('\n')
			.slice(2)
			.flatMap(
				(row) => /^[A-Z]{6}\+([A-Za-z]+)-.* yes yes yes /u.exec(row)?.[1] ?? (row && `not embedded: ${row}`),
			)
			.filter(Boolean)

	test.each(['ar', 'fr', 'zgh', 'en'] as const)(
		'what is printed in %s needs no letters but those of the house',
		async (locale) => {
			for (const part of lessonParts)
				for (const name of lettersOf(await makeLessonPart(locale, 'keys-and-codes', part)))
					expect(['ReadexPro', 'NotoSansTifinagh'], part).toContain(name)
			for (const name of lettersOf(await makeCertificate(locale)))
				expect(['ReadexPro', 'NotoSansTifinagh']).toContain(name)
		},
	)

	test('what is printed in Tamazight in Latin letters needs no letters of this machine', async () => {
		// Libertinus comes with Typst, for the few letters that Readex Pro has not.
		for (const name of lettersOf(await makeCertificate('zgh-latn')))
			expect(['ReadexPro', 'NotoSansTifinagh', 'LibertinusSerif']).toContain(name)
	})

	test('the sheet of a teacher begins with the card for disclosures', async () => {
		const text = textOf(await makeLessonPart('fr', 'keys-and-codes', 'teacher'))
		const card = text.indexOf(toLetters(skills.disclosure.fr?.title ?? '?'))
		expect(card).toBe(0)
		expect(text.indexOf(toLetters('Mots de passe et codes'))).toBeGreaterThan(card)
	})

	// No lam-alef here: poppler 25 turns the two letters of that one glyph round, though the file names them in order.
	test('Arabic and the number of a law come out in the order in which they are read', () => {
		const says = 'القانون رقم 09-08 في 2026-11-25 ثم 503-1-2 من 10:00-16:00 وبعد ذلك 446'
		const file = makePdf(
			plain,
			{ ...makeSheet({ ...inArabic, title: 'عنوان' }), says: isolateNumbers(says) },
			at,
		)
		expect(textOf(file)).toBe(toLetters(`عنوان${says}`))
	})

	test('the numbers of articles in the lesson of a teacher come out in order', async () => {
		const text = textOf(await makeLessonPart('ar', 'keys-and-codes', 'teacher'))
		expect(text).toContain('المادة82-9من')
		expect(text).not.toContain('9-82')
	})

	test('Tifinagh comes out letter by letter', async () => {
		const title = createWords('zgh').t('certificate.title')
		expect(title).toMatch(/\p{Script=Tifinagh}/u)
		expect(textOf(await makeCertificate('zgh'))).toContain(toLetters(title))
	})

	test.each([
		['#panic("stop")', 'a call that would stop the document'],
		['#read("/etc/passwd")', 'a call that would read a file'],
		['#eval("1+1") #sys.inputs #data', 'a call that would show more than was asked'],
		['*bold* _slanted_ `raw` = head', 'marks of headings and emphasis'],
		['[box] {code} $x^2$ \\ \\u{41}', 'brackets, formulas and escapes'],
		['<label> @label https://x.example', 'labels and addresses'],
		['// gone /* gone */ -- --- ~ ... "q" \'q\'', 'comments and characters that typography would change'],
		['"); #panic(("', 'an end of a string'],
		['${x} {{x}} %s &lt;b&gt;', 'marks of other languages'],
	])('the maker prints %s as it stands: %s', (says) => {
		const file = makePdf(plain, { ...makeSheet({ title: says, description: says, footer: says }), says }, at)
		expect(textOf(file)).toBe(toLetters(says + says))
		expect(ask(file, 'pdfinfo')).toContain(says)
	})

	test('a certificate prints hostile words in every place as they stand', async () => {
		const hostile = '#panic("x") *b* [c] $d$'
		const sheet = await makeCertificateSheet('fr')
		const walk = (value: unknown): unknown => (Array.isArray(value) ? value.map(() => hostile) : hostile)
		const { lang, dir, rows, ...words } = sheet
		const replaced = Object.fromEntries(Object.entries(words).map(([key, value]) => [key, walk(value)]))
		const text = textOf(makePdf(templates.certificate, { ...replaced, lang, dir, rows }, at))
		expect(text.split(toLetters(hostile)).length - 1).toBeGreaterThanOrEqual(14)
	})

	test('the maker prints any run of characters of Typst as it stands', () => {
		const character = fc.constantFrom(
			...Array.from('#*[]{}()$\\@<>=_~/"\'`^&|!?.,:;+%0aZé'),
			'#panic(',
			'#let x=',
			'//',
			'/*',
			'*/',
		)
		const words = fc
			.array(character, { minLength: 1, maxLength: 20 })
			.map((characters) => characters.join(''))
		fc.assert(
			fc.property(words, (says) => {
				expect(textOf(makePdf(plain, { ...makeSheet({ title: 'T' }), says }, at))).toBe(`T${toLetters(says)}`)
			}),
			{ numRuns: 30 },
		)
	})
})
