/** Files of a kit, their places, and the list of its digests. The same materials give the same kit, byte for byte. */
import type { Language } from '#base'
import { kinds, type MaterialKind } from '../campaign.ts'

/** A file of a kit: its path within the folder, and its bytes. */
export type KitFile = { path: string; bytes: Uint8Array }

/** `MA-08/fr/poster-a4.pdf` on paper, `fr/sms.txt` for the rest and where there are no places. */
export const toKitPath = (
	{ kind, language }: { kind: MaterialKind; language: Language },
	place: string | undefined,
	end: 'pdf' | 'png' | 'txt',
): string => [...(place === undefined ? [] : [place]), language, `${kind}.${end}`].join('/')

/** Only paper is printed for a place. */
export const isPlaced = (kind: MaterialKind): boolean => kinds[kind] === 'print'

/** The list as `sha256sum -c` reads it, by path. */
export const toSums = (files: readonly { path: string; sha256: string }[]): string =>
	files
		.toSorted((a, b) => (a.path < b.path ? -1 : 1))
		.map(({ path, sha256 }) => `${sha256}  ${path}\n`)
		.join('')

/** The text that is signed: which kit it is, and the digest of the list of its digests. */
export const toNoteText = (campaign: string, sumsSha256: string): string =>
	`thiqa/campaign-kit/v1\n${campaign}\nSHA256SUMS ${sumsSha256}\n`

/** Name of the key that signs kits: `<host>/kit`. A key of its own: no kit can be taken for a state of the public record. */
export const toKitName = (origin: string): string => `${new URL(origin).host}/kit`
