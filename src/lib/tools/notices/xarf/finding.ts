/** Words that the schemas of XARF 4.2 allow: `types/content-csam.json`, `types/content-csem.json`. */

/** Classes of material: `baseline` is illegal everywhere; A1 to B2 are those of NCMEC. */
export const csamClassifications = ['baseline', 'A1', 'A2', 'B1', 'B2'] as const

/** Ways of exploitation. */
export const csemExploitationTypes = [
	'grooming',
	'solicitation',
	'sextortion',
	'trafficking',
	'distribution',
	'production',
	'possession',
] as const

/** Child sexual abuse material at an address. */
export type CsamFinding = {
	type: 'csam'
	classification: (typeof csamClassifications)[number]
	detectionMethod: 'hash_match' | 'ai_detection' | 'manual_review' | 'user_report' | 'automated_scan'
	mediaType?: 'image' | 'video' | 'audio' | 'text' | 'mixed'
	/** Hex digits. The file itself never leaves the place where it was found. */
	hashes?: { md5?: string; sha1?: string; sha256?: string }
}

/** Sexual exploitation of a child by words or deeds: an account or a conversation rather than a file. */
export type CsemFinding = {
	type: 'csem'
	exploitationType: (typeof csemExploitationTypes)[number]
	detectionMethod:
		| 'behavioral_analysis'
		| 'keyword_detection'
		| 'user_report'
		| 'ai_detection'
		| 'manual_review'
		| 'law_enforcement_referral'
	victimAgeRange?: 'infant' | 'toddler' | 'prepubescent' | 'pubescent' | 'unknown'
	platform?: 'social_media' | 'messaging_app' | 'gaming_platform' | 'forum' | 'email' | 'darkweb' | 'other'
	evidenceTypes?: readonly ('chat_logs' | 'images' | 'videos' | 'user_profile' | 'metadata')[]
	/** The account at that address, as the platform names it. */
	accountId?: string
	reportedTo?: readonly (
		'NCMEC' | 'IWF' | 'local_law_enforcement' | 'europol' | 'interpol' | 'platform_safety_team' | 'other'
	)[]
}

const hashForms = { md5: /^[0-9a-f]{32}$/iu, sha1: /^[0-9a-f]{40}$/iu, sha256: /^[0-9a-f]{64}$/iu } as const

/** Names of the hashes that are not so many hex digits. */
export const findBadHashes = ({ hashes = {} }: CsamFinding): string[] =>
	Object.entries(hashes)
		.filter(([name, hash]) => !hashForms[name as keyof typeof hashForms].test(hash))
		.map(([name]) => name)

/** The fields of a finding under their names in the standard; what is not known is left out. */
export const toFindingFields = (finding: CsamFinding | CsemFinding): Record<string, unknown> =>
	finding.type === 'csam'
		? {
				type: 'csam',
				classification: finding.classification,
				detection_method: finding.detectionMethod,
				media_type: finding.mediaType,
				hash_values: finding.hashes,
			}
		: {
				type: 'csem',
				exploitation_type: finding.exploitationType,
				detection_method: finding.detectionMethod,
				victim_age_range: finding.victimAgeRange,
				platform: finding.platform,
				evidence_type: finding.evidenceTypes,
				perpetrator_indicators: finding.accountId && { account_id: finding.accountId },
				reporting_obligations: finding.reportedTo,
			}
