/** Copies that we know of, as the build read them. */
import { parseMirrors, type KnownMirror } from '../known-mirror.ts'

const texts = import.meta.glob<string>('/content/programme/mirrors.yaml', {
	query: '?raw',
	import: 'default',
	eager: true,
})

/** Copies that we know of; wrong content stops the build. */
export const knownMirrors: readonly KnownMirror[] = Object.values(texts).flatMap(parseMirrors)
