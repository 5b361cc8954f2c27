/** Words that the schemas of XARF 4.2 allow: `types/content-{csam,csem,fraud,phishing,exposed-data}.json`. */

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
		| 'NCMEC'
		| 'IWF'
		| 'local_law_enforcement'
		| 'europol'
		| 'interpol'
		| 'platform_safety_team'
		| 'other'
	)[]
}

/** A page that cheats people of money. `claimedEntity`: whom it claims to be, an organisation, never a person. */
export type FraudFinding = {
	type: 'fraud'
	fraudType:
		| 'investment'
		| 'romance'
		| 'tech_support'
		| 'lottery'
		| 'advance_fee'
		| 'cryptocurrency'
		| 'shopping'
		| 'charity'
		| 'employment'
		| 'government_impersonation'
		| 'other'
	claimedEntity?: string
}

/** A page that asks for passwords under a false name. */
export type PhishingFinding = {
	type: 'phishing'
	lure?:
		| 'account_suspension'
		| 'security_alert'
		| 'payment_issue'
		| 'prize_notification'
		| 'document_share'
		| 'password_reset'
		| 'shipping_notification'
		| 'tax_refund'
		| 'other'
}

/** Somebody's data put where everybody reads it. Which kinds, never the data. */
export type ExposedDataFinding = {
	type: 'exposed_data'
	dataTypes: readonly (
		| 'personal_information'
		| 'credentials'
		| 'financial'
		| 'medical'
		| 'government_id'
		| 'email_addresses'
		| 'phone_numbers'
		| 'other'
	)[]
	exposure: 'paste_site' | 'forum_post' | 'open_directory' | 'cloud_storage' | 'intentional_leak' | 'other'
}

/** Thing found at an address, of the types of XARF that a desk for children meets. It has none for bullying, hate, violence or self-harm. */
export type XarfFinding = CsamFinding | CsemFinding | FraudFinding | PhishingFinding | ExposedDataFinding

const hashForms = { md5: /^[0-9a-f]{32}$/iu, sha1: /^[0-9a-f]{40}$/iu, sha256: /^[0-9a-f]{64}$/iu } as const

/** Names of the hashes that are not so many hex digits. */
export const findBadHashes = ({ hashes = {} }: CsamFinding): string[] =>
	Object.entries(hashes)
		.filter(([name, hash]) => !hashForms[name as keyof typeof hashForms].test(hash))
		.map(([name]) => name)

/** The fields of a finding under their names in the standard; what is not known is left out. */
export const toFindingFields = (finding: XarfFinding): Record<string, unknown> => {
	const { type } = finding
	switch (finding.type) {
		case 'csam':
			return {
				type,
				classification: finding.classification,
				detection_method: finding.detectionMethod,
				media_type: finding.mediaType,
				hash_values: finding.hashes,
			}
		case 'csem':
			return {
				type,
				exploitation_type: finding.exploitationType,
				detection_method: finding.detectionMethod,
				victim_age_range: finding.victimAgeRange,
				platform: finding.platform,
				evidence_type: finding.evidenceTypes,
				perpetrator_indicators: finding.accountId && { account_id: finding.accountId },
				reporting_obligations: finding.reportedTo,
			}
		case 'fraud':
			return { type, fraud_type: finding.fraudType, claimed_entity: finding.claimedEntity }
		case 'phishing':
			return { type, lure_type: finding.lure }
		case 'exposed_data':
			return { type, data_types: finding.dataTypes, exposure_method: finding.exposure }
	}
}
