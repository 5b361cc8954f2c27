/** Makes a copy of the built site for another host: pages, what they show, the list of all files, and a signed note (`mirror-text.ts`). */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { isLocale, locales, type Locale } from '#base'
import { formatNote, makeSigner, signNote } from '#tools/seal/signed-note'
import { dark, light } from '#ui/tokens'
import { createWords } from '#ui/words'
import { isInMirror, makeFrontPage, rewritePage, toMirrorFile, type PageCopy } from '../mirror-page.ts'
import { formatMirrorText, formatSums, toMirrorKeyName } from '../mirror-text.ts'

type Banner = PageCopy['banner']

/** Days after which a copy says that it is old. */
const freshDays = 30

/** Marks and colours of the line on each page, and of the front page (`.front`), whose other styles are none. */
const style = `#mirror{margin:0;padding:.5rem 1rem;font:1rem/1.5 system-ui,sans-serif;background:${light.saffron};color:${light.ink}}#mirror a{color:${light.ink};display:inline-block;padding:.4rem 0}#mirror strong,#mirror span{display:block}.front{margin:0;font:1rem/1.5 system-ui,sans-serif;background:${light.paper};color:${light.ink}}.front ul{list-style:none;margin:2rem auto;padding:0 1rem;max-inline-size:24rem;display:grid;gap:.7rem}.front li a{display:block;padding:.9rem 1.2rem;font-size:1.25rem;font-weight:700;color:${light.majorelle};background:${light.card};border:1.5px solid ${light.line};border-radius:1.1rem;border-end-end-radius:.25rem;text-decoration:none}@media(prefers-color-scheme:dark){#mirror{background:${dark.card};color:${dark.ink}}#mirror a{color:${dark.ink}}.front{background:${dark.paper};color:${dark.ink}}.front li a{color:${dark.majorelle};background:${dark.card};border-color:${dark.line}}}\n`

/** The one script of a copy: adds the warning, by the clock of who reads it. */
const script = `{const m=document.getElementById('mirror')
if(m&&Date.now()-Date.parse(m.dataset.day)>${freshDays}*864e5){const w=document.createElement('strong')
w.setAttribute('role','alert');w.textContent=m.dataset.old;m.append(w)}}\n`

const robots = 'User-agent: *\nDisallow: /\n'

const names: Record<Locale, string> = {
	ar: 'العربية',
	fr: 'Français',
	zgh: 'ⵜⴰⵎⴰⵣⵉⵖⵜ',
	'zgh-latn': 'Tamaziɣt',
	en: 'English',
}

const makeBanner = (locale: Locale, day: string): Banner => {
	const { t, date } = createWords(locale)
	return {
		text: t('mirror.banner', { day: date(day) }),
		goHome: t('mirror.banner-home'),
		old: t('mirror.old'),
	}
}

/** Files of a folder, by their path from it with `/` at its start. */
const listFiles = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)

type MirrorPlan = {
	/** The built site: holds `client` and `prerendered`. */
	build: string
	/** Folder to be made; nothing may stand there. */
	to: string
	/** Origin of the site, without a slash at the end. */
	home: string
	day: string
	/** 32 bytes. */
	secretKey: Uint8Array
	/** Languages of the pages that go along. */
	languages: readonly Locale[]
}

const toPageAddress = (path: string): string => path.replace(/\.html$/u, '')

/** Built files of a copy: by path, where they lie. */
const gather = ({ build, languages }: MirrorPlan): Map<string, string> => {
	const isSpoken = (path: string): boolean => {
		const first = path.split('/')[1]?.replace(/\.html$/u, '') ?? ''
		return !isLocale(first) || languages.includes(first)
	}
	return new Map(
		['client', 'prerendered'].flatMap((part) =>
			listFiles(join(build, part))
				.filter((path) => isInMirror(path) && isSpoken(path))
				.map((path): [string, string] => [path, join(build, part, path)]),
		),
	)
}

const sign = async (
	text: string,
	{ home, secretKey }: MirrorPlan,
): Promise<{ note: string; raw: Uint8Array }> => {
	const signature = await signNote(text, await makeSigner(toMirrorKeyName(home), 'ed25519', secretKey))
	return { note: formatNote({ text, signatures: [signature] }), raw: signature.bytes }
}

/**
 * Makes the folder.
 * @returns number of its files and the text that was signed
 * @throws Error when something stands there already, or there is no build
 */
export const makeMirror = async (plan: MirrorPlan): Promise<{ files: number; text: string }> => {
	const { to, home, day, languages } = plan
	const found = gather(plan)
	const known = new Set(['/', ...[...found.keys()].map(toPageAddress)])
	const sums = new Map<string, string>()
	mkdirSync(to, { recursive: true })
	if (readdirSync(to).length > 0) throw new Error(`making a copy: ${to} is not empty`)
	const put = (path: string, body: string | Buffer): void => {
		mkdirSync(dirname(join(to, path)), { recursive: true })
		writeFileSync(join(to, path), body)
		sums.set(path.slice(1), createHash('sha256').update(body).digest('hex'))
	}
	const banners = new Map(locales.map((locale) => [locale, makeBanner(locale, day)]))
	const findBanner = (path: string): Banner => {
		const first = path.split('/')[1]?.replace(/\.html$/u, '') ?? ''
		return banners.get(isLocale(first) ? first : 'ar') ?? makeBanner('ar', day)
	}
	for (const [path, file] of found) {
		const body = readFileSync(file)
		if (!path.endsWith('.html')) put(path, body)
		else {
			const copy = {
				address: toPageAddress(path),
				home,
				day,
				banner: findBanner(path),
				has: known.has.bind(known),
			}
			put(toMirrorFile(path), rewritePage(body.toString(), copy))
		}
	}
	put('/mirror.css', style)
	put('/mirror.js', script)
	put('/robots.txt', robots)
	const spoken = languages.map((locale) => ({ locale, name: names[locale], banner: makeBanner(locale, day) }))
	put('/index.html', makeFrontPage(spoken, { home, day }))
	const list = formatSums(sums)
	const text = formatMirrorText({
		home,
		day,
		files: sums.size,
		sums: createHash('sha256').update(list).digest('hex'),
	})
	const { note, raw } = await sign(text, plan)
	writeFileSync(join(to, 'SHA256SUMS'), list)
	writeFileSync(join(to, 'MIRROR.txt'), text)
	writeFileSync(join(to, 'MIRROR.sig'), raw)
	writeFileSync(join(to, 'MIRROR.note'), note)
	return { files: sums.size, text }
}
