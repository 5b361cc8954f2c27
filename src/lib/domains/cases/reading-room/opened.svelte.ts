/** Reports that are open in this tab: reports, in memory only, gone when the key is closed. */
import { SvelteMap } from 'svelte/reactivity'
import { keyring, openIndexKey, type EpochKey, type GroupKey } from '#domains/people/keys'
import { toBlindIndex } from '../cluster/index.ts'
import { openReport, type OpenedReport, type SealedReport } from '../reading/index.ts'

/** A case that is open: its reports, and how many did not open. */
export type OpenedCase = { reports: OpenedReport[]; noKey: number; damaged: number }

/** Cases that are open in this tab, by id. */
export const opened = new SvelteMap<string, OpenedCase>()

/** Key of the index under which the server has stored tokens of a case of this tab; `undefined`: none, or refused. */
export const kept = new SvelteMap<string, string | undefined>()

/** Wraps that were fetched: closed, and useless without the person's key. */
const wraps: Record<string, Uint8Array | undefined> = {}

keyring.subscribe((key) => {
	if (key) return
	opened.clear()
	kept.clear()
	for (const id of Object.keys(wraps)) wraps[id] = undefined
})

const getWrap = async (id: string): Promise<Uint8Array | undefined> => {
	const known = wraps[id]
	if (known) return known
	const answer = await fetch(`/desk/keys/wraps/${id}`)
	if (!answer.ok) return undefined
	const wrap = new Uint8Array(await answer.arrayBuffer())
	wraps[id] = wrap
	return wrap
}

/** The key of an epoch, open in this tab; `undefined` when the person's key is closed or they do not hold this one. */
export const getEpoch = async (id: string, keys: readonly EpochKey[]) => {
	const key = keys.find((one) => one.id === id)
	const wrap = key && (await getWrap(id))
	const epoch = wrap && (await keyring.openEpoch(key, wrap))
	return epoch?.ok ? epoch.value : undefined
}

/** Outcome of a request to the server: a refusal is its code; `network` stands for anything that is no answer of ours. */
type Asked = { ok: true; value: unknown } | { ok: false; refused: string }

/** Asks the server for JSON. What is asked goes in the body, never in an address. */
export const ask = async (path: string, body: unknown): Promise<Asked> => {
	try {
		const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body) })
		const value = (await answer.json()) as { refused?: string }
		return answer.ok ? { ok: true, value } : { ok: false, refused: value.refused ?? 'network' }
	} catch {
		return { ok: false, refused: 'network' }
	}
}

type Keys = { epochs: readonly EpochKey[]; index: (GroupKey & { kind: 'index' }) | undefined }

/** Cases that are opened, shown and indexed together: few enough that the page goes on answering. */
const batch = 50

const getIndexKey = async ({ index }: Keys): Promise<CryptoKey | undefined> => {
	const own = keyring.use()
	const wrap = index && (await getWrap(index.id))
	const key = own && wrap ? await openIndexKey(wrap, own.identity, index) : undefined
	return key?.ok ? key.value : undefined
}

type Opening = [id: string, OpenedCase]

const toTokens = async ([id, { reports }]: Opening, key: CryptoKey) => {
	const links = reports.flatMap(({ report }) => report.answers.where.flatMap(({ link }) => link ?? []))
	const words = reports.map(({ report }) => report.answers.words).join('\n')
	return { id, tokens: await toBlindIndex({ links, words }, key) }
}

/** Has tokens of cases kept that are open in this tab. Answer: `undefined`, or the code of the refusal. */
const keepTokens = async (cases: readonly Opening[], keys: Keys): Promise<string | undefined> => {
	const { index } = keys
	const key = await getIndexKey(keys)
	const tokens = key && (await Promise.all(cases.map((one) => toTokens(one, key))))
	const answer = tokens && index && (await ask('/desk/cases/tokens', { index: index.id, cases: tokens }))
	for (const [id] of cases) kept.set(id, answer?.ok ? index?.id : undefined)
	if (!answer) return 'index.no-key'
	if (answer.ok) return undefined
	const isGone = answer.refused === 'case.not-allowed' || answer.refused === 'case.not-found'
	return isGone ? keepEach(cases, keys) : answer.refused
}

/** One of these cases went to a colleague or was erased since it was opened here: it stands in the way of none of the others. */
const keepEach = async (cases: readonly Opening[], keys: Keys): Promise<string | undefined> => {
	if (cases.length === 1) for (const [id] of cases) kept.delete(id)
	else
		for (const one of cases) {
			const refused = await keepTokens([one], keys)
			if (refused) return refused
		}
	return undefined
}

/**
 * Indexes cases again that are open in this tab, with the key in use: nothing is opened for it. Answer: `undefined`, or the code
 * of the refusal; what was indexed until then is.
 */
export const indexAgain = async (ids: readonly string[], keys: Keys): Promise<string | undefined> => {
	if (!keyring.use()) return 'locked'
	const cases = ids.flatMap((id): Opening[] => {
		const one = opened.get(id)
		return one ? [[id, one]] : []
	})
	for (let at = 0; at < cases.length; at += batch) {
		const refused = await keepTokens(cases.slice(at, at + batch), keys)
		if (refused) return refused
	}
	return undefined
}

const openOne = async (sealed: readonly SealedReport[], keys: Keys): Promise<OpenedCase> => {
	const one: OpenedCase = { reports: [], noKey: 0, damaged: 0 }
	for (const report of sealed) {
		const read = await openReport(report, async (epoch) => (await getEpoch(epoch, keys.epochs))?.identity)
		if (read.ok) one.reports.push(read.value)
		else if (read.code === 'report.no-key') one.noKey++
		else one.damaged++
	}
	return one
}

/**
 * Opens cases in this tab. The server writes each opening down and hands out sealed bytes; what they say stays here. Answer:
 * `undefined`, or the code of the refusal.
 */
export const openInTab = async (ids: readonly string[], keys: Keys): Promise<string | undefined> => {
	if (!keyring.use()) return 'locked'
	const answer = await ask('/desk/cases/sealed', { ids })
	if (!answer.ok) return answer.refused
	const { cases } = answer.value as { cases: { id: string; reports: SealedReport[] }[] }
	for (let at = 0; at < cases.length; at += batch) {
		const some: Opening[] = []
		for (const { id, reports } of cases.slice(at, at + batch)) some.push([id, await openOne(reports, keys)])
		for (const [id, one] of some) opened.set(id, one)
		const read = some.filter(([, { reports }]) => reports.length > 0)
		// Tokens that were not kept stand in the way of no reading: the queue names them.
		if (read.length > 0) await keepTokens(read, keys)
	}
	return undefined
}

/** Takes note that each report of these cases has one answer more, so that the next one has the next number. */
export const countAnswers = (ids: readonly string[]): void => {
	for (const id of ids) {
		const one = opened.get(id)
		if (!one) continue
		const reports = one.reports.map((report) => ({ ...report, answered: report.answered + 1 }))
		opened.set(id, { ...one, reports })
	}
}
