import type { Words } from '#ui/words'
import { pageLimits } from '../limits.ts'
import type { Overview } from '../overview.ts'

/** A claim with the command that repeats its measure. */
export type Claim = { says: string; command: string }

/** Claims on quality: only what a test or a file of the build holds. */
export const getClaims = ({ ran, counts }: Overview, { t, number }: Words): Claim[] => [
	{
		says: t('overview.quality.weight', {
			help: number(pageLimits.help),
			other: number(pageLimits.other),
		}),
		command: 'node bench/page-bytes.ts',
	},
	{ says: t('overview.quality.private'), command: 'node bench/page-bytes.ts' },
	{
		says: t('overview.quality.axe'),
		command: 'npx vitest run --project journeys tests/e2e/accessibility.test.ts',
	},
	{
		says: t('overview.quality.ran', { n: number(ran), of: number(counts.targets) }),
		command: 'npm run proofs',
	},
	{ says: t('overview.quality.speed'), command: 'node bench/lighthouse.ts' },
]

/** Matters that wait for somebody, plainly. */
export const getWaits = ({ questions, reviews }: Overview, { t, number }: Words): string[] => [
	t('overview.waits.operator'),
	t('overview.waits.questions', { n: number(questions) }),
	...(reviews.native.done < reviews.native.of ? [t('overview.waits.native')] : []),
	t('overview.waits.devices'),
]
