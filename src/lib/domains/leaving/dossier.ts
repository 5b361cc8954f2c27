/** Dossier that the desk hands to the police or a prosecutor about one case: facts, files with their hashes, a token that says it arrived. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { failed, ok, type Issue, type Result } from '#base'
import type { Reporter } from '#domains/reports'
import { toCanonicalJson } from '#tools/files/canonical-json'
import type { AttachmentKind } from '#domains/reports/attachments'
import { defang, stripInvisible } from '#tools/inspect/defang'
import { toReference, type Category, type Status } from '#domains/cases'
import { isLink, type ChosenPlace } from './place.ts'

/** Someone who is named. Standing in a dossier takes two persons. */
export type NamedPerson = { role: 'suspected' | 'victim' | 'witness'; name: string; how: string }

/** A file that came with a report, as the report names it: so many sealed bytes with this digest. It does not go along. */
export type AttachedDigest = { kind: AttachmentKind; bytes: number; sha256: string }

/** Draft that an analyst puts together. Nothing is taken over by itself: each part is chosen. */
export type Dossier = {
	case: string
	made: Date
	/** Addressee, as the person who sends it writes it. */
	recipient: string
	category: Category
	status: Status
	isDanger: boolean
	reporter: Reporter
	/** In the analyst's words, one in each language. */
	summary: { ar: string; fr: string }
	/** Exact addresses and accounts, with where to look there. */
	places: readonly ChosenPlace[]
	/** Words of the report and of later letters, as far as the reporter has agreed. */
	quotes: readonly string[]
	attachments: readonly AttachedDigest[]
	persons: readonly NamedPerson[]
	/** Ids of provisions. */
	law: readonly string[]
	steps: readonly { hour: Date; status: Status }[]
	/** Id of the approval, where persons are named. */
	naming?: string
}

/**
 * Digest of what a second person agrees to when persons are named: exactly these, in these words. The token of the dossier, which stands
 * on paper and in sealed notes only, keeps whoever has the digest from trying names.
 */
export const toNamesDigest = (token: string, persons: readonly NamedPerson[]): string =>
	bytesToHex(
		sha256(
			utf8ToBytes(
				toCanonicalJson([
					'thiqa/names/v2',
					token,
					...persons.map(({ role, name, how }) => [role, name.toWellFormed(), how.toWellFormed()]),
				]),
			),
		),
	)

const limits = {
	quote: 4_000,
	summary: 4_000,
	places: 500,
	quotes: 50,
	persons: 20,
	attachments: 60,
} as const

/** Words of a reporter as quotes: whole, in pieces as long as a quote may be. */
export const toQuotes = (text: string): string[] =>
	Array.from({ length: Math.ceil(text.length / limits.quote) }, (_, at) =>
		text.slice(at * limits.quote, (at + 1) * limits.quote),
	)

const findIssues = (dossier: Dossier): Issue[] => {
	const wanted: [path: string, isGood: boolean, what: string][] = [
		['recipient', dossier.recipient.trim() !== '', 'dossier.recipient'],
		['summary.ar', dossier.summary.ar.trim() !== '', 'dossier.summary'],
		['summary.fr', dossier.summary.fr.trim() !== '', 'dossier.summary'],
		['persons', dossier.persons.length === 0 || dossier.naming !== undefined, 'dossier.naming'],
		[
			'summary',
			Math.max(dossier.summary.ar.length, dossier.summary.fr.length) <= limits.summary,
			'dossier.too-long',
		],
		['places', dossier.places.length <= limits.places, 'dossier.too-long'],
		['persons', dossier.persons.length <= limits.persons, 'dossier.too-long'],
		['attachments', dossier.attachments.length <= limits.attachments, 'dossier.too-long'],
		[
			'quotes',
			dossier.quotes.length <= limits.quotes && dossier.quotes.every(({ length }) => length <= limits.quote),
			'dossier.too-long',
		],
	]
	return wanted.filter(([, isGood]) => !isGood).map(([path, , message]) => ({ path, message }))
}

/** Text as a dossier holds it: without characters that hide or reorder others. */
export const cleanText = (text: string): string => stripInvisible(text.toWellFormed()).trim()

const toPlaceFields = (place: ChosenPlace) => ({
	...(isLink(place)
		? { url: place.url, defanged: defang(place.url) }
		: { app: cleanText(place.app), nickname: cleanText(place.nickname) }),
	...(place.inside === undefined ? {} : { inside: cleanText(place.inside) }),
})

/** Attachments under the names that a dossier gives them, in the order of the dossier. */
export const nameAttachments = ({
	attachments,
}: Pick<Dossier, 'attachments'>): (AttachedDigest & { name: string })[] =>
	attachments.map(({ kind, bytes, sha256 }, at) => ({
		name: `attachment-${at + 1}.age`,
		kind,
		bytes,
		sha256,
	}))

/** Their digests as a list that `sha256sum -c` reads, for whoever gets the sealed files one day; `undefined` without any. */
export const toAttachmentList = (dossier: Pick<Dossier, 'attachments'>): DossierFile | undefined =>
	dossier.attachments.length === 0
		? undefined
		: {
				name: 'attachments.sha256',
				bytes: utf8ToBytes(
					nameAttachments(dossier)
						.map(({ name, sha256: digest }) => `${digest}  ${name}\n`)
						.join(''),
				),
			}

/**
 * The dossier as data: one text for the same facts. Addresses stand exact and defanged, times as full hours in UTC. Refuses
 * with `dossier.recipient`, `dossier.summary`, `dossier.naming` (a name without two persons) or `dossier.too-long`.
 */
export const toDossierJson = (dossier: Dossier): Result<string> => {
	const issues = findIssues(dossier)
	if (issues.length > 0) return failed(...issues)
	const { naming } = dossier
	return ok(
		toCanonicalJson({
			v: 2,
			kind: 'thiqa/dossier',
			reference: toReference(dossier.case),
			case: dossier.case,
			made: dossier.made.toISOString(),
			recipient: cleanText(dossier.recipient),
			category: dossier.category,
			status: dossier.status,
			danger: dossier.isDanger,
			reporter: dossier.reporter,
			summary: { ar: cleanText(dossier.summary.ar), fr: cleanText(dossier.summary.fr) },
			places: dossier.places.map(toPlaceFields),
			quotes: dossier.quotes.map(cleanText),
			attachments: nameAttachments(dossier),
			persons: dossier.persons.map(({ role, name, how }) => ({
				role,
				name: cleanText(name),
				how: cleanText(how),
			})),
			law: [...dossier.law],
			steps: dossier.steps.map(({ hour, status }) => ({ hour: hour.toISOString(), status })),
			...(naming === undefined ? {} : { naming }),
		}),
	)
}

/** A file of a dossier. */
export type DossierFile = { name: string; bytes: Uint8Array }

/** Names, sizes and SHA-256 of files, and the hash of the list itself, which names the whole dossier. */
export type Manifest = {
	text: string
	sha256: string
	files: { name: string; bytes: number; sha256: string }[]
}

const plainName = /^[a-z0-9][a-z0-9.-]{0,60}$/u

/**
 * The list of what belongs to a dossier: `sha256sum -c` reads its text as it is.
 *
 * @throws RangeError when a name is not plain or comes twice
 */
export const makeManifest = (files: readonly DossierFile[]): Manifest => {
	const names = new Set(files.map(({ name }) => name))
	if (names.size !== files.length || files.some(({ name }) => !plainName.test(name)))
		throw new RangeError('listing a dossier: wanted plain names, each once')
	const listed = files
		.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) }))
		.sort((a, b) => (a.name < b.name ? -1 : 1))
	const text = listed.map((file) => `${file.sha256}  ${file.name}\n`).join('')
	return { text, sha256: bytesToHex(sha256(utf8ToBytes(text))), files: listed }
}

/** True when these are the files of a manifest, none missing, changed or added. */
export const isManifestOf = (text: string, files: readonly DossierFile[]): boolean =>
	makeManifest(files).text === text

const tokenAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A token for who receives a dossier: 80 random bits in four groups, without characters that look like digits. */
export const makeReceiptToken = (random: Uint8Array): string => {
	if (random.length !== 16) throw new RangeError('making a token: wanted 16 random bytes')
	const letters = Array.from(random, (byte) => tokenAlphabet[byte % 32] ?? '')
	return [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join('')).join('-')
}

/** Digest of a token, which is all that is kept of it: without it nobody can say that a dossier arrived. Case and separators do not count. */
export const hashReceiptToken = (token: string): string =>
	bytesToHex(sha256(utf8ToBytes(`thiqa/dossier/v1\0${token.toUpperCase().replace(/[^A-Z0-9]/gu, '')}`)))
