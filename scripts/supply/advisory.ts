/**
 * Known holes of packages: as `npm audit --json` tells them, and as files of the OSV form (https://ossf.github.io/osv-schema/), which
 * GitHub's advisory database publishes and a machine without the internet can carry in.
 */
import { toName, type Lock } from './lock-file.ts'

/** One known hole in one package of ours. `id`: `GHSA-…`, or the one its publisher gave. */
export type Advisory = { id: string; package: string; version: string; title: string }

type Event = { introduced?: string; fixed?: string; last_affected?: string }

/** As far as we read it. */
export type OsvFile = {
	id: string
	summary?: string
	withdrawn?: string
	affected?: {
		package?: { ecosystem?: string; name?: string }
		ranges?: { type: string; events: Event[] }[]
		versions?: string[]
	}[]
}

const comparePart = (a: string, b: string): number => {
	const isNumber = [a, b].map((part) => /^\d+$/u.test(part))
	if (isNumber[0] && isNumber[1]) return Number(a) - Number(b)
	if (isNumber[0] !== isNumber[1]) return isNumber[0] ? -1 : 1
	return a < b ? -1 : a > b ? 1 : 0
}

const compareParts = (a: readonly string[], b: readonly string[]): number => {
	for (let at = 0; at < Math.min(a.length, b.length); at++) {
		const order = comparePart(a[at] ?? '', b[at] ?? '')
		if (order !== 0) return order
	}
	return a.length - b.length
}

const split = (version: string): [main: string[], pre: string[]] => {
	const [whole = ''] = version.split('+')
	const dash = whole.indexOf('-')
	const [main, pre] = dash < 0 ? [whole, ''] : [whole.slice(0, dash), whole.slice(dash + 1)]
	const numbers = main.split('.')
	return [[...numbers, '0', '0'].slice(0, 3), pre === '' ? [] : pre.split('.')]
}

/** Order of two versions (https://semver.org/#spec-item-11): below 0, 0 or above 0. A missing number is 0. */
export const compareVersions = (a: string, b: string): number => {
	const [[mainA, preA], [mainB, preB]] = [split(a), split(b)]
	const order = compareParts(mainA, mainB)
	if (order !== 0) return order
	if (preA.length === 0 || preB.length === 0) return preB.length - preA.length
	return compareParts(preA, preB)
}

/** True when a version lies in one of the spans that the events mark, in the order of their versions. */
const isWithin = (version: string, events: readonly Event[]): boolean => {
	let isOpen = false
	for (const { introduced, fixed, last_affected: last } of events) {
		if (introduced !== undefined && compareVersions(version, introduced) >= 0) isOpen = true
		if (fixed !== undefined && compareVersions(version, fixed) >= 0) isOpen = false
		if (last !== undefined && compareVersions(version, last) > 0) isOpen = false
	}
	return isOpen
}

/** Holes that files tell of, in packages of the lock file. */
export const findInFiles = (lock: Lock, files: readonly OsvFile[]): Advisory[] => {
	const ours = Map.groupBy(Object.entries(lock), ([place]) => toName(place))
	const found = files
		.filter(({ withdrawn }) => withdrawn === undefined)
		.flatMap(({ id, summary = '', affected = [] }) =>
			affected.flatMap(({ package: about, ranges = [], versions = [] }) => {
				if (about?.ecosystem !== 'npm' || about.name === undefined) return []
				const name = about.name
				return (ours.get(name) ?? [])
					.filter(
						([, { version }]) =>
							versions.includes(version) ||
							ranges.some(({ type, events }) => type !== 'GIT' && isWithin(version, events)),
					)
					.map(([, { version }]): Advisory => ({ id, package: name, version, title: summary }))
			}),
		)
	return [...new Map(found.map((one) => [`${one.id} ${one.package} ${one.version}`, one])).values()]
}

type Via = { url?: string; source?: number; name?: string; title?: string; range?: string }

/** Answer of `npm audit --json`, as far as we read it. */
export type AuditAnswer = {
	vulnerabilities?: Readonly<Record<string, { via: (string | Via)[] }>>
}

/** Holes that the registry tells of; `undefined` when it told nothing, which is no good news. */
export const findInAudit = ({ vulnerabilities }: AuditAnswer): Advisory[] | undefined => {
	if (vulnerabilities === undefined) return undefined
	const found = Object.entries(vulnerabilities).flatMap(([name, { via }]) =>
		via.flatMap((one): Advisory[] => {
			if (typeof one === 'string') return []
			const id = /GHSA-[\w-]+$/u.exec(one.url ?? '')?.[0] ?? String(one.source)
			return [{ id, package: one.name ?? name, version: one.range ?? '', title: one.title ?? '' }]
		}),
	)
	return [...new Map(found.map((one) => [`${one.id} ${one.package}`, one])).values()]
}
