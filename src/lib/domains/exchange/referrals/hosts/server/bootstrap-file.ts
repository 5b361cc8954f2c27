/** Which registry answers for what: the lists of IANA (https://www.rfc-editor.org/rfc/rfc9224), kept for a week in `<dataDir>/rdap.json`. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { day } from '#base'
import { parseBootstrap, type Bootstrap, type RdapFetch } from '#tools/channels/rdap'

/** The host of the lists, and nothing else is asked there. */
export const ianaHost = 'data.iana.org'

const [names, fresh] = [['dns', 'ipv4', 'ipv6'] as const, 7 * day]

type Kept = { at: number; bootstrap: Bootstrap }

const read = (text: string): Kept | undefined => {
	try {
		const { at, dns, ipv4, ipv6 } = JSON.parse(text) as Record<string, unknown>
		const parsed = parseBootstrap({ dns, ipv4, ipv6 })
		return parsed.ok && typeof at === 'number' ? { at, bootstrap: parsed.value } : undefined
	} catch {
		return undefined
	}
}

/** The three lists as one text; `undefined` when one does not come whole. */
const ask = async (fetch: RdapFetch, now: Date): Promise<string | undefined> => {
	try {
		const lists = await Promise.all(
			names.map(async (name) => {
				const answer = await fetch(`https://${ianaHost}/rdap/${name}.json`, { headers: {} })
				return answer.status === 200
					? ([name, JSON.parse(await answer.text()) as unknown] as const)
					: undefined
			}),
		)
		if (lists.includes(undefined)) return undefined
		return JSON.stringify({
			at: now.getTime(),
			...Object.fromEntries(lists.flatMap((one) => (one ? [one] : []))),
		})
	} catch {
		return undefined
	}
}

/** The lists, asked for again after a week; what was kept serves on while IANA does not answer. `undefined`: there are none. */
export const getBootstrap = async (
	dataDir: string,
	fetch: RdapFetch,
	now: Date,
): Promise<Bootstrap | undefined> => {
	const path = join(dataDir, 'rdap.json')
	const kept = read(await readFile(path, 'utf8').catch(() => ''))
	if (kept && now.getTime() - kept.at < fresh && kept.at <= now.getTime()) return kept.bootstrap
	const text = await ask(fetch, now)
	const made = text === undefined ? undefined : read(text)
	if (text === undefined || !made) return kept?.bootstrap
	await mkdir(dataDir, { recursive: true })
	await writeFile(`${path}.new`, text)
	await rename(`${path}.new`, path)
	return made.bootstrap
}
