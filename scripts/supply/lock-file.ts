/** The lock file of npm, third form: which packages there are, and which of them run in production. */
import { readFileSync } from 'node:fs'

type Needs = Readonly<Record<string, string>>

/** One package as the lock file names it; keys that we do not read are left out. */
export type Locked = {
	version: string
	integrity?: string
	license?: string
	dev?: boolean
	devOptional?: boolean
	optional?: boolean
	dependencies?: Needs
	optionalDependencies?: Needs
	peerDependencies?: Needs
	peerDependenciesMeta?: Readonly<Record<string, { optional?: boolean }>>
}

/** Packages by their place, `node_modules/pg`; the project itself has the place ''. */
export type Lock = Readonly<Record<string, Locked>>

export const readLock = (): Lock =>
	(JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Lock }).packages

/** The name of a package, `@noble/hashes`, from its place. */
export const toName = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13)

/** Resolves a package from another as Node does: beside itself first, then further out; `undefined`: nowhere. */
const findPlace = (lock: Lock, from: string, name: string): string | undefined => {
	for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
		const place = `${base === '' ? '' : `${base}/`}node_modules/${name}`
		if (lock[place]) return place
		if (base === '') return undefined
	}
}

/** Places of the packages that the one at a place asks for itself. Peers that it can do without are none. */
export const listNeeded = (lock: Lock, place: string): string[] => {
	const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = lock[place] ?? {}
	const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional)
	const names = [...Object.keys(dependencies ?? {}), ...Object.keys(optionalDependencies ?? {}), ...peers]
	return [...new Set(names.flatMap((name) => findPlace(lock, place, name) ?? []))].sort()
}

/** Places of all packages that are installed to run the product: what the project asks for, and what these bring. */
export const listProduction = (lock: Lock): string[] => {
	const found = new Set<string>()
	const waiting = listNeeded(lock, '')
	for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
		if (found.has(place)) continue
		found.add(place)
		waiting.push(...listNeeded(lock, place))
	}
	return [...found].sort()
}
