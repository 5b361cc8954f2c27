/**
 * Part of the build: puts each lesson into one file to carry, `packs/<lesson>-<lang>.zip`. In it: the lesson, the card for
 * disclosures, its stories and questions, numbers to call, everything to print. It opens from a folder, without a server and without
 * internet. Writes the size of each pack on the pages that offer it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import { parseHTML } from 'linkedom'
import { findFiles, toPack } from './find-files.ts'

const root = 'build/prerendered'
/** The same pages give the same bytes. */
const mtime = new Date('2026-01-01T00:00:00Z')

type Pack = { lesson: string; lang: string }

/** The name of a page in the pack: flat, so that a phone shows one folder. */
const toName = (path: string): string => `${path.split('/').slice(2).join('-') || 'start'}.html`

const findPages = ({ lesson, lang }: Pack): Map<string, string> => {
	const own = `/${lang}/skills/lessons/${lesson}`
	const page = parseHTML(readFileSync(`${root}${own}.html`, 'utf8')).document
	const linked = [...page.querySelectorAll('main a[href]')].map((link) => link.getAttribute('href') ?? '')
	const stories = linked.filter((href) => href.startsWith(`/${lang}/skills/play/`))
	const steps = stories.flatMap((story) =>
		findFiles(`${root}${story}/*.html`).map((file) => `${story}/${basename(file, '.html')}`),
	)
	const quizzes = linked.filter((href) => href.startsWith(`/${lang}/skills/quiz/`))
	const others = [`/${lang}/skills/told`, `/${lang}/contacts`]
	return new Map([
		[own, 'index.html'],
		...[...stories, ...steps, ...quizzes, ...others].map((path): [string, string] => [path, toName(path)]),
	])
}

const pdfName = (href: string): string | undefined => /\/([a-z]+\.pdf)$/u.exec(href)?.[1]

/** A page that stands alone in a folder: no script, no server, links only to what is carried with it. */
const toCarriedPage = (html: string, pages: ReadonlyMap<string, string>): string => {
	const { document } = parseHTML(html)
	for (const part of document.querySelectorAll(
		'script, link, meta[http-equiv], meta[property], .languages, .exits .help, footer, [data-not-in-pack], form button, [data-listen-button]',
	))
		part.remove()
	for (const form of document.querySelectorAll('form')) form.removeAttribute('action')
	for (const link of document.querySelectorAll('a[href^="/"]')) {
		const [path = '', hash] = (link.getAttribute('href') ?? '').split('#')
		const target = pages.get(path) ?? pdfName(path)
		if (target === undefined) link.removeAttribute('href')
		else link.setAttribute('href', hash === undefined ? target : `${target}#${hash}`)
	}
	for (const picture of document.querySelectorAll('img[src^="/scenes/"]'))
		picture.setAttribute('src', (picture.getAttribute('src') ?? '').slice(1))
	return `<!doctype html>\n${document.documentElement.outerHTML}`.replace(
		/url\(["']?[./]*_app\/immutable\/assets\/([^"')]+)["']?\)/gu,
		'url(fonts/$1)',
	)
}

const makePack = (pack: Pack): Uint8Array => {
	const pages = findPages(pack)
	const folder = `${pack.lesson}-${pack.lang}`
	const files: Zippable = {}
	const put = (name: string, body: Uint8Array): void => {
		files[`${folder}/${name}`] = [body, { level: 9, mtime }]
	}
	const fonts = new Set<string>()
	const pictures = new Set<string>()
	for (const [path, name] of pages) {
		const page = toCarriedPage(readFileSync(`${root}${path}.html`, 'utf8'), pages)
		for (const match of page.matchAll(/url\(fonts\/([^)]+)\)/gu)) fonts.add(match[1] ?? '')
		for (const match of page.matchAll(/src="(scenes\/[^"#]+)/gu)) pictures.add(match[1] ?? '')
		put(name, Buffer.from(page))
	}
	for (const font of fonts) put(`fonts/${font}`, readFileSync(`build/client/_app/immutable/assets/${font}`))
	for (const picture of pictures) put(picture, readFileSync(`${root}/${picture}`))
	for (const pdf of findFiles(`${root}/${pack.lang}/skills/lessons/${pack.lesson}/*.pdf`))
		put(basename(pdf), readFileSync(pdf))
	return zipSync(files)
}

const packs = findFiles(`${root}/*/skills/lessons/*/teacher.pdf`).map(toPack)
const sizes = new Map<string, number>()
mkdirSync(`${root}/packs`, { recursive: true })
for (const pack of packs) {
	const id = `${pack.lesson}-${pack.lang}`
	const body = makePack(pack)
	sizes.set(id, body.length)
	writeFileSync(`${root}/packs/${id}.zip`, body)
}
for (const file of findFiles(`${root}/*/{skills/lessons/*,teachers}.html`)) {
	const html = readFileSync(file, 'utf8')
	const sized = html.replace(/%pack ([a-z-]+)%/gu, (_, id: string) =>
		String(Math.ceil((sizes.get(id) ?? 0) / 1024)),
	)
	writeFileSync(file, sized)
}
const heaviest = Math.max(...sizes.values())
console.log(`${packs.length} packs of lessons, ${Math.ceil(heaviest / 1024)} KB at most`)
if (packs.length === 0 || heaviest > 5_000_000) throw new Error('making packs: wanted packs of at most 5 MB')
