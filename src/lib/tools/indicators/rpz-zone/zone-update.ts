import type { ZoneRules } from './zone-rules.ts'
import { toSoa, ttl, type ZoneFrame } from './zone-text.ts'

/** A message of DNS holds 64 KB, and an update is one message or it is not one change. Two records of at most 253 characters twice, each rule. */
const maxBytes = 60_000

type Difference = { owner: string; before: string | undefined; after: string | undefined }

/** Owners whose target differs. Both are in the order of their owners, so that one walk finds them. */
function* findDifferences(
	before: ZoneRules['rules'],
	after: ZoneRules['rules'],
): Generator<Difference, void, undefined> {
	const [olds, news] = [before.entries(), after.entries()]
	let [old, now] = [olds.next().value, news.next().value]
	while (old ?? now) {
		const isOld = old !== undefined && (now === undefined || old[0] <= now[0])
		const isNew = now !== undefined && (old === undefined || now[0] <= old[0])
		const owner = (isOld ? old : now)?.[0] ?? ''
		const [was, is] = [isOld ? old?.[1] : undefined, isNew ? now?.[1] : undefined]
		if (was !== is) yield { owner, before: was, after: is }
		if (isOld) old = olds.next().value
		if (isNew) now = news.next().value
	}
}

type Version = Pick<ZoneRules, 'rules'> & { serial: number }

/**
 * What `nsupdate` sends to bring a zone from one serial to another: applied whole, and only to a zone that stands at the first. The same rules
 * at another serial change the SOA record only.
 *
 * @returns `undefined` when the change does not fit into one message: the whole zone is loaded then
 */
export const toUpdateText = (frame: ZoneFrame, before: Version, after: Version): string | undefined => {
	const lines: string[] = []
	for (const { owner, before: was, after: is } of findDifferences(before.rules, after.rules))
		for (const name of [owner, `*.${owner}`]) {
			if (was !== undefined) lines.push(`update delete ${name}.${frame.origin}. CNAME`)
			if (is !== undefined) lines.push(`update add ${name}.${frame.origin}. ${ttl} CNAME ${is}`)
		}
	if (lines.reduce((bytes, line) => bytes + line.length, 0) > maxBytes) return undefined
	return [
		`zone ${frame.origin}.`,
		`prereq yxrrset ${frame.origin}. SOA ${toSoa(frame, before.serial)}`,
		...lines,
		`update add ${frame.origin}. ${ttl} SOA ${toSoa(frame, after.serial)}`,
		'send',
		'',
	].join('\n')
}
