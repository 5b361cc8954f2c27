/** Categories of cases: which topics of the form lead to it, which records of the law stand beside it, how long it is kept. */

/** `topics`: ids of `content/topics/topics.yaml` and of the help finder's situations; `law`: ids of `content/law/situations.yaml`. */
type CategoryRule = {
	topics: readonly string[]
	law: readonly string[]
	/** Pictures or films may be involved: an analyst's exposure to it counts more, from 1 to 3. */
	severity: 1 | 2 | 3
}

const rules = {
	'abuse-material': { topics: ['abuse-seen'], law: ['sit-intimate-image-minor'], severity: 3 },
	'sexual-extortion': { topics: ['sexual-extortion', 'threatened'], law: ['sit-sextortion'], severity: 2 },
	grooming: { topics: ['grooming', 'stranger'], law: ['sit-grooming'], severity: 2 },
	'intimate-images': {
		topics: ['intimate-images', 'adult-victims-images', 'images-shared', 'own-picture'],
		law: ['sit-intimate-image-minor', 'sit-deepfake'],
		severity: 2,
	},
	trafficking: { topics: ['exploited'], law: ['sit-trafficking'], severity: 3 },
	violence: {
		topics: [
			'abuse-at-home',
			'abuse-by-someone-close',
			'hurt-at-home',
			'hurt-at-school',
			'child-missing',
			'left-home',
		],
		law: ['sit-close-harm'],
		severity: 3,
	},
	'self-harm': { topics: ['self-harm', 'dark-thoughts'], law: ['sit-suicide'], severity: 3 },
	bullying: { topics: ['bullying', 'mocked', 'regret'], law: ['sit-cyberbullying'], severity: 1 },
	hate: { topics: ['frightening-content', 'frightened'], law: ['sit-hate'], severity: 1 },
	account: {
		topics: ['hacked-account', 'account', 'passwords'],
		law: ['sit-account-hacking', 'sit-identity-theft'],
		severity: 1,
	},
	scam: { topics: ['scams', 'scammed', 'games', 'game-trouble'], law: ['sit-online-fraud'], severity: 1 },
	privacy: {
		topics: ['privacy', 'fake-account'],
		law: ['sit-data-misuse', 'sit-identity-theft'],
		severity: 1,
	},
	other: { topics: [], law: [], severity: 1 },
} as const satisfies Readonly<Record<string, CategoryRule>>

export type Category = keyof typeof rules

/** Categories of cases, those first that are looked at first. */
export const categories = Object.keys(rules) as readonly Category[]
export const isCategory = (name: string): name is Category => Object.hasOwn(rules, name)

export const getLawSituationIds = (category: Category): readonly string[] => rules[category].law
export const getSeverity = (category: Category): 1 | 2 | 3 => rules[category].severity

/**
 * The category that what the reporter chose points to: the first in the order of {@link categories}; `other` when nothing
 * does. A proposal: a person decides.
 */
export const suggestCategory = (what: readonly string[]): Category =>
	categories.find((category) => rules[category].topics.some((topic) => what.includes(topic))) ?? 'other'
