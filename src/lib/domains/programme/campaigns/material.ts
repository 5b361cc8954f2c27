/** A material: words in one language for one kind of thing, and what two persons agree to. */
import { sha256 } from '@noble/hashes/sha2.js'
import { toHex, type Language } from '#base'
import { estimateRadio } from '#tools/campaign/radio-length'
import { measureSms, type SmsLength } from '#tools/campaign/sms-length'
import { isSpokenKind, kinds, type MaterialKind } from './campaign.ts'
import type { MaterialSource } from './source.ts'

/** Stands in a text for the address with its code. */
export const linkMark = '{link}'

export type MaterialWords = {
	title: string
	lines: readonly string[]
	/** Text of an SMS, a caption or for the radio, with {@link linkMark}; empty for what is drawn. */
	text: string
}

export type Material = {
	id: string
	campaign: string
	kind: MaterialKind
	language: Language
	/** Id of its source, and the hash that its words had then. */
	source: string
	sourceHash: string
	words: MaterialWords
	/** Whoever wrote its words last. */
	author: string
	version: number
	/** Whoever agreed to exactly these words, first and second. */
	approvals: readonly { by: string; at: Date }[]
}

const toSentence = (line: string): string => (/[.!?؟…»”]$/u.test(line) ? line : `${line}.`)

const shortTexts: Partial<Record<MaterialKind, (source: Pick<MaterialSource, 'title' | 'lines'>) => string>> =
	{
		sms: ({ title, lines }) => [title, lines[0] ?? '', linkMark].join('\n'),
		caption: ({ title, lines }) => [title, '', ...lines, '', linkMark].join('\n'),
	}

/** Most characters of a caption, as the strictest of the large networks has it. */
export const captionMost = 2200

/** Seconds of a radio text by its kind; `undefined` for the rest. */
export const getRadioMost = (kind: MaterialKind): number | undefined =>
	kinds[kind] === 'radio' ? Number(kind.slice('radio-'.length)) : undefined

/** As many of the sentences, the first always, as the seconds allow. */
const draftRadio = (sentences: readonly string[], language: Language, most: number): string =>
	sentences.reduce((said, next) => {
		const longer = said === '' ? next : `${said} ${next}`
		return said === '' || estimateRadio(longer, language).seconds <= most ? longer : said
	}, '')

/** The words that a kind begins with: those of its source. */
export const draftWords = (
	kind: MaterialKind,
	source: Pick<MaterialSource, 'title' | 'lines' | 'language'>,
): MaterialWords => {
	const { title, lines, language } = source
	if (!isSpokenKind(kind)) return { title, lines, text: '' }
	const most = getRadioMost(kind)
	const sentences = [title, ...lines].map(toSentence)
	const text = most === undefined ? shortTexts[kind]?.(source) : draftRadio(sentences, language, most)
	return { title: '', lines: [], text: text ?? '' }
}

/** Length of a text as its channel counts it. */
export type MaterialLength =
	| { as: 'sms'; sms: SmsLength }
	| { as: 'broken'; code: 'isolate' | 'broken' }
	| { as: 'radio'; seconds: number; most: number; words: number }
	| { as: 'caption'; characters: number; most: number }

/** Measures what is written by hand; `undefined` for what is drawn. `link`: address that stands in for {@link linkMark}. */
export const measureText = (
	{ kind, language }: Pick<Material, 'kind' | 'language'>,
	text: string,
	link: string,
): MaterialLength | undefined => {
	const whole = text.replaceAll(linkMark, link)
	if (kind === 'caption') return { as: 'caption', characters: Array.from(whole).length, most: captionMost }
	if (kind === 'sms') {
		const measured = measureSms(whole)
		return measured.ok ? { as: 'sms', sms: measured.value } : { as: 'broken', code: measured.code }
	}
	const most = getRadioMost(kind)
	if (most === undefined) return undefined
	const { words, seconds } = estimateRadio(whole, language)
	return { as: 'radio', words, seconds, most }
}

/** Digest that two persons agree to: exactly these words, from exactly this source. SHA-256 in hex. */
export const toMaterialDigest = ({
	id,
	kind,
	language,
	source,
	sourceHash,
	words: { title, lines, text },
}: Pick<Material, 'id' | 'kind' | 'language' | 'source' | 'sourceHash' | 'words'>): string => {
	const parts = [
		'thiqa/material/v1',
		id,
		kind,
		language,
		source,
		sourceHash,
		JSON.stringify([title, lines, text]),
	]
	return toHex(sha256(new TextEncoder().encode(parts.join('\n'))))
}

/** State of a material. `stale`: its source has changed since. */
export type MaterialState = 'draft' | 'one' | 'approved' | 'stale'

export const getMaterialState = (
	{ sourceHash, approvals }: Pick<Material, 'sourceHash' | 'approvals'>,
	source: Pick<MaterialSource, 'hash'> | undefined,
): MaterialState => {
	if (source?.hash !== sourceHash) return 'stale'
	return approvals.length >= 2 ? 'approved' : approvals.length === 1 ? 'one' : 'draft'
}
