/** Pages and files as a visitor gets them, held against the list of what was published. */
import { createHash } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { toIntegrity, type CodeManifest } from '../../src/lib/tools/seal/code-manifest/index.ts'
import { shellPath } from '../desk-client/bundle.ts'

type Answer = { status: number; body: Buffer; policy: string }

/** Asks for an address of the installation, as a browser that was never there. */
export type Ask = (address: string) => Promise<Answer>

/** `foreign`: one line for each thing that was not published. Empty: nothing was found. */
export type Seen = { pages: number; files: number; foreign: string[] }

/** Kinds of script that a browser reads as data. */
const isData = (type: string | null): boolean => /^application\/(?:ld\+)?json$/u.test(type ?? '')

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** True when the text of a script in the page is a file of the list: what must act before any file has come. */
const isPublished = (text: string, manifest: CodeManifest): boolean =>
	[...manifest.values()].includes(digestOf(text))

/** True when a policy allows scripts of this server and such whose text is on the list, and nothing else. */
const allowsOnlyOurs = (sources: string | undefined, manifest: CodeManifest): boolean => {
	const published = new Set([...manifest.values()].map((one) => `'${toIntegrity(one)}'`))
	return sources !== undefined && sources.split(' ').every((one) => one === "'self'" || published.has(one))
}

const findInDocument = (html: string, manifest: CodeManifest): string[] => {
	const { document } = parseHTML(html)
	const scripts = [...document.querySelectorAll('script')].filter((one) => !isData(one.getAttribute('type')))
	const handlers = [...document.querySelectorAll('*')].flatMap((one) =>
		one.getAttributeNames().filter((name) => name.startsWith('on')),
	)
	const frames = document.querySelectorAll('iframe, object, embed, base').length
	return [
		...scripts.flatMap((one) => {
			const src = one.getAttribute('src')
			if (src === null)
				return isPublished(one.textContent, manifest)
					? []
					: [`a script in the page: ${one.textContent.trim().slice(0, 60)}`]
			const digest = manifest.get(src)
			if (digest === undefined) return [`a script that was not published: ${src}`]
			const isHeld = one.getAttribute('integrity') === toIntegrity(digest)
			return isHeld ? [] : [`a script whose bytes the page does not name: ${src}`]
		}),
		...[...document.querySelectorAll('link[rel=modulepreload]')]
			.map((one) => one.getAttribute('href') ?? '')
			.filter((href) => !manifest.has(href))
			.map((href) => `a module that was not published: ${href}`),
		...handlers.map((name) => `code in an attribute: ${name}`),
		...(frames > 0 ? ['a frame, an object or a base'] : []),
	]
}

/** The sources of scripts that a page allows, by its header or by itself. */
const readScriptSources = (html: string, header: string): string | undefined => {
	const own = parseHTML(html)
		.document.querySelector('meta[http-equiv="content-security-policy" i]')
		?.getAttribute('content')
	return [header, own ?? '']
		.flatMap((policy) => policy.split(';'))
		.map((directive) => directive.trim())
		.find((directive) => directive.startsWith('script-src '))
		?.slice('script-src '.length)
}

const lookAtPage = async (ask: Ask, address: string, manifest: CodeManifest): Promise<string[]> => {
	const { status, body, policy } = await ask(address)
	if (status !== 200) return [`answered with ${status}`]
	const html = body.toString('utf8')
	const sources = readScriptSources(html, policy)
	return [
		...(allowsOnlyOurs(sources, manifest) ? [] : [`it allows scripts from ${sources ?? 'anywhere'}`]),
		...findInDocument(html, manifest),
	]
}

const lookAtFile = async (ask: Ask, address: string, digest: string): Promise<string[]> => {
	const { status, body } = await ask(address)
	if (status !== 200) return [`answered with ${status}`]
	return createHash('sha256').update(body).digest('hex') === digest ? [] : ['other bytes than were published']
}

/** Looks at pages first, as a visitor comes, then at every file of the list but the page of the desk's own client, whose address no server answers. */
export const findForeignCode = async (
	ask: Ask,
	manifest: CodeManifest,
	pages: readonly string[],
): Promise<Seen> => {
	const foreign: string[] = []
	for (const page of pages)
		foreign.push(...(await lookAtPage(ask, page, manifest)).map((what) => `${page}: ${what}`))
	const files = [...manifest].filter(([address]) => address !== shellPath)
	for (const [address, digest] of files)
		foreign.push(...(await lookAtFile(ask, address, digest)).map((what) => `${address}: ${what}`))
	return { pages: pages.length, files: files.length, foreign }
}
