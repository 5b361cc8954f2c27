/** Countries in which something may be hosted, and who says so. */

/** `person` has looked and chosen; `registry` says where the holder of the network is, which need not be where the machine stands. */
export type HostingCandidate = { country: string; from: 'person' | 'registry' }

/**
 * Candidates for the country of an address, the best first, each country once: what a person chose, then what registries say of the
 * networks that its name leads to, the one named most often first. Empty when nobody knows: a person has to choose.
 *
 * @param countries - ISO 3166-1 alpha-2 of each network, `undefined` where its registry has none
 */
export const listHostingCandidates = (
	countries: readonly (string | undefined)[],
	chosen?: string,
): HostingCandidate[] => {
	const counts = Map.groupBy(
		countries.filter((country) => country !== undefined && country !== chosen),
		(country) => country,
	)
	const sorted = [...counts].sort(([, one], [, other]) => other.length - one.length)
	return [
		...(chosen === undefined ? [] : [{ country: chosen, from: 'person' as const }]),
		...sorted.flatMap(([country]) => (country === undefined ? [] : [{ country, from: 'registry' as const }])),
	]
}
