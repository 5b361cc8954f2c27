/** Materials as one person sees them: what stands against each, who has agreed, whether it waits for them. */
import type { Person } from '#domains/people'
import {
	checkMaterial,
	findSource,
	getMaterialState,
	toMaterialDigest,
	type Campaign,
	type Material,
} from '#domains/programme/campaigns'
import type { CampaignCode } from '#domains/programme/campaigns/codes'
import { mayOn } from '#domains/programme/campaigns/server'
import { shelf, toAnyLink, toMaterialLink } from './campaign-desk.ts'

type Seen = {
	campaign: Campaign
	codes: readonly CampaignCode[]
	origin: string
	person: Person
	/** Whoever has just enrolled is no second person yet. */
	isSecond: boolean
	names: Readonly<Record<string, string>>
}

/** True when a person can agree to a material now: neither its author nor one who has agreed. */
const waitsFor = ({ person, isSecond, campaign }: Seen, { author, approvals }: Material): boolean =>
	isSecond &&
	approvals.length < 2 &&
	person.id !== author &&
	approvals.every(({ by }) => by !== person.id) &&
	mayOn(person, ['approve', 'material'], campaign)

export const toMaterialViews = (materials: readonly Material[], seen: Seen) =>
	materials.map((material) => {
		const { id, kind, language, version, words, approvals } = material
		const source = findSource(shelf, material.source, language)
		const state = getMaterialState(material, source)
		const checked = { kind, language, audience: source?.audience ?? 'teens', words }
		const findings = checkMaterial(checked, shelf.library.terms, toAnyLink(seen.origin))
		return {
			id,
			kind,
			language,
			version,
			words,
			state,
			findings,
			source: material.source,
			isUnreviewed: source?.isUnreviewed !== false,
			link: toMaterialLink(material, seen.codes, seen.origin),
			digest: toMaterialDigest(material),
			agreed: approvals.map(({ by }) => seen.names[by] ?? '–'),
			waitsForMe: state !== 'stale' && findings.length === 0 && waitsFor(seen, material),
		}
	})
