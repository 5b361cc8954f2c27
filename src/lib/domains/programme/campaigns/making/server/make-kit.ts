/** The kit that partners get: everything that two persons agreed to, its digests, their signature. */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { zipSync, type Zippable } from 'fflate'
import { AppError } from '#base'
import { getKey } from '#platform'
import { toCanonicalJson } from '#tools/files/canonical-json'
import { formatNote, makeSigner, signNote, toVerifierKey, type NoteKey } from '#tools/seal/signed-note'
import { kinds, type Campaign } from '../../campaign.ts'
import { findCodeFor, type CampaignCode } from '../../codes/code-plan.ts'
import { getMaterialState, type Material } from '../../material.ts'
import { findSource, type SourceShelf } from '../../source.ts'
import { isPlaced, toKitName, toKitPath, toNoteText, toSums, type KitFile } from '../kit-list.ts'
import { makeMaterialFile } from './make-file.ts'

export type KitOrder = {
	campaign: Campaign
	materials: readonly Material[]
	codes: readonly CampaignCode[]
	shelf: SourceShelf
	/** Public address of the site. */
	origin: string
	/** Folder that its keys lie in. */
	dataDir: string
	/** Only for this place; none: for all that have codes. */
	place: string | undefined
}

const openSigner = async ({ origin, dataDir }: Pick<KitOrder, 'origin' | 'dataDir'>) =>
	makeSigner(toKitName(origin), 'ed25519', await getKey(dataDir, 'kit'))

/** The public half, for whoever verifies a kit. */
export const getKitKey = async (where: Pick<KitOrder, 'origin' | 'dataDir'>): Promise<string> => {
	const { key }: { key: NoteKey } = await openSigner(where)
	return toVerifierKey(key)
}

const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Places that paper of a language is made for: each that has a code, or one for the whole country. */
const listPlacesOf = ({ codes, place }: KitOrder, language: Material['language']): (string | undefined)[] => {
	if (place !== undefined) return [place]
	const own = codes.filter(
		(one) => one.channel === 'print' && one.language === language && one.retiredOn === undefined,
	)
	return own.length === 0 ? [undefined] : own.map((one) => one.place)
}

/** Moment of the second agreement: what is made of it says that it was made then. */
const getAgreedAt = ({ approvals }: Material): Date => approvals.at(-1)?.at ?? new Date(0)

const makeFilesOf = async (order: KitOrder, material: Material): Promise<KitFile[]> => {
	const source = findSource(order.shelf, material.source, material.language)
	if (!source || getMaterialState(material, source) !== 'approved') return []
	const places = isPlaced(material.kind) ? listPlacesOf(order, material.language) : [undefined]
	const files: KitFile[] = []
	for (const place of places) {
		const where = { channel: kinds[material.kind], language: material.language, place }
		const lead = { origin: order.origin, code: findCodeFor(order.codes, where)?.code, target: source.target }
		const { bytes, end } = await makeMaterialFile(material, { source, lead, at: getAgreedAt(material) })
		files.push({ path: toKitPath(material, place, end), bytes })
		// A kit of the country has some hundred files: others are answered in between.
		await setImmediate()
	}
	return files
}

/** Facts of the kit for machines: what it is for, which languages nobody has read over. */
const describe = ({ campaign, shelf, materials, origin }: KitOrder, files: readonly KitFile[]): KitFile => {
	const made = materials.filter(({ kind, language }) =>
		files.some(({ path }) => path.includes(`${language}/${kind}.`)),
	)
	const unreviewed = made
		.filter(({ source, language }) => findSource(shelf, source, language)?.isUnreviewed !== false)
		.map(({ language }) => language)
	const facts = {
		format: 'thiqa/campaign-kit/v1',
		campaign: campaign.id,
		title: campaign.title,
		event: campaign.event ?? null,
		site: origin,
		from: campaign.from,
		until: campaign.until,
		languages: [...campaign.languages],
		unreviewed: campaign.languages.filter((language) => unreviewed.includes(language)),
		materials: made.map(({ kind, language, source, sourceHash }) => ({ kind, language, source, sourceHash })),
	}
	return { path: 'kit.json', bytes: new TextEncoder().encode(`${toCanonicalJson(facts)}\n`) }
}

const sign = async (order: KitOrder, sums: string): Promise<string> => {
	const text = toNoteText(order.campaign.id, hash(sums))
	return formatNote({ text, signatures: [await signNote(text, await openSigner(order))] })
}

/** All files of a kit: materials, facts, `SHA256SUMS` and its signed note. */
const listFiles = async (order: KitOrder): Promise<KitFile[]> => {
	const made: KitFile[] = []
	for (const material of order.materials) made.push(...(await makeFilesOf(order, material)))
	if (made.length === 0)
		throw new AppError('campaign.nothing', 409, 'making a kit: nothing has been agreed to by two persons')
	const all = [...made, describe(order, made)]
	const sums = toSums(all.map(({ path, bytes }) => ({ path, sha256: hash(bytes) })))
	const text = new TextEncoder()
	return [
		...all,
		{ path: 'SHA256SUMS', bytes: text.encode(sums) },
		{ path: 'SHA256SUMS.note', bytes: text.encode(await sign(order, sums)) },
	]
}

/** ZIP keeps a time of the clock on the wall and no zone: this is the same wall everywhere. */
const wall = new Date(2026, 0, 1, 0, 0, 0)

/**
 * Makes a kit as a ZIP file.
 * @throws AppError `campaign.nothing` when nothing has been agreed to by two persons
 */
export const makeKit = async (order: KitOrder): Promise<Uint8Array> => {
	const files = await listFiles(order)
	const folder: Zippable = {}
	// Pictures are packed already.
	for (const { path, bytes } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
		folder[path] = [bytes, { level: path.endsWith('.png') ? 0 : 6, mtime: wall }]
	return zipSync(folder)
}
