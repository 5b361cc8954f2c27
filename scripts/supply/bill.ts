/**
 * The bill of materials of what runs in production, as CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/): every package with its
 * version, hash, licence and what it asks for, in the form in which programs that watch for known holes read it.
 */
import { listNeeded, toName, type Lock } from './lock-file.ts'

/** Node names its packages by machine; whoever watches for its holes looks for this name (https://nvd.nist.gov/products/cpe). */
const nodePackage = /^node-(?:linux|win)-/u

type Component = {
	type: 'library' | 'platform'
	'bom-ref': string
	group?: string
	name: string
	version: string
	scope: 'required' | 'optional'
	hashes: { alg: 'SHA-512'; content: string }[]
	licenses: ({ license: { id: string } } | { expression: string })[]
	cpe?: string
	purl: string
	properties: { name: string; value: string }[]
}

/** As far as we fill it. */
export type Bill = {
	$schema: string
	bomFormat: 'CycloneDX'
	specVersion: '1.6'
	version: 1
	metadata: {
		timestamp: string
		lifecycles: { phase: 'build' }[]
		component: {
			type: 'application'
			'bom-ref': string
			name: string
			version: string
			licenses: [{ license: { id: string } }]
		}
	}
	components: Component[]
	dependencies: { ref: string; dependsOn: string[] }[]
}

/** A package's name for everybody (https://github.com/package-url/purl-spec). */
const toPurl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** @throws Error when the lock file knows no licence: somebody has to look at the package */
const toLicences = (name: string, licence: string | undefined): Component['licenses'] => {
	if (licence === undefined) throw new Error(`bill of materials: ${name} names no licence`)
	return licence.includes(' ') ? [{ expression: licence }] : [{ license: { id: licence } }]
}

const toHashes = (integrity = ''): Component['hashes'] =>
	integrity
		.split(' ')
		.filter((hash) => hash.startsWith('sha512-'))
		.map((hash) => ({ alg: 'SHA-512', content: Buffer.from(hash.slice(7), 'base64').toString('hex') }))

const toComponent = (lock: Lock, place: string, runs: 'installed' | 'built-in'): Component => {
	const { version = '', integrity, license, optional } = lock[place] ?? {}
	const whole = toName(place)
	const [name = whole, group] = whole.split('/').reverse()
	const isNode = nodePackage.test(whole)
	const purl = toPurl(whole, version)
	return {
		type: isNode ? 'platform' : 'library',
		'bom-ref': purl,
		...(group === undefined ? {} : { group }),
		name,
		version,
		scope: optional ? 'optional' : 'required',
		hashes: toHashes(integrity),
		licenses: toLicences(whole, license),
		...(isNode ? { cpe: `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:lts:*:*:*` } : {}),
		purl,
		properties: [{ name: 'thiqa:runs', value: runs }],
	}
}

type Project = { name: string; version: string; license: string }

type Given = {
	lock: Lock
	project: Project
	/** Places of packages that stand beside the product when it runs. */
	installed: readonly string[]
	/** Places of packages whose code or fonts the build has put into its files. */
	builtIn: readonly string[]
	at: Date
}

/**
 * Writes the bill. Packages in the order of their names, so that two builds of the same lock file differ in the moment only.
 * @throws Error when a package names no licence
 */
export const writeBill = ({ lock, project, installed, builtIn, at }: Given): Bill => {
	const here = new Set(installed)
	const places = [...new Set([...installed, ...builtIn])]
	const toRef = (place: string): string => toPurl(toName(place), lock[place]?.version ?? '')
	const components = new Map(
		places.map((place) => [
			toRef(place),
			toComponent(lock, place, here.has(place) ? 'installed' : 'built-in'),
		]),
	)
	const graph = new Map<string, Set<string>>([...components.keys()].map((ref) => [ref, new Set()]))
	for (const place of places)
		for (const needed of listNeeded(lock, place).map(toRef))
			if (components.has(needed)) graph.get(toRef(place))?.add(needed)
	const own = toPurl(project.name, project.version)
	const direct = listNeeded(lock, '').map(toRef)
	const asked = [...direct, ...builtIn.map(toRef)].filter((ref) => components.has(ref))
	graph.set(own, new Set(asked))
	return {
		$schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		version: 1,
		metadata: {
			timestamp: at.toISOString(),
			lifecycles: [{ phase: 'build' }],
			component: {
				type: 'application',
				'bom-ref': own,
				name: project.name,
				version: project.version,
				licenses: [{ license: { id: project.license } }],
			},
		},
		components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
		dependencies: [...graph]
			.map(([ref, needed]) => ({ ref, dependsOn: [...needed].sort() }))
			.sort((a, b) => (a.ref < b.ref ? -1 : 1)),
	}
}
