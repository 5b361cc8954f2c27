/** One page through Lighthouse, as a library: its own phone, line and processor pretended from what it saw. */
import lighthouse, { type Config } from 'lighthouse'

export type LighthouseResult = {
	scores: Partial<Record<string, number>>
	/** Milliseconds until the largest piece of the page is painted. */
	paint: number
	/** Cumulative layout shift. */
	shift: number
	/** Audits with weight in a category and less than full score, as `category/audit`. */
	failed: string[]
}

const getSettings = (skipAudits: readonly string[]): Config => ({
	extends: 'lighthouse:default',
	settings: {
		skipAudits: [...skipAudits],
		onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
		formFactor: 'mobile',
		throttlingMethod: 'simulate',
		throttling: {
			rttMs: 150,
			throughputKbps: 1600,
			requestLatencyMs: 150 * 3.75,
			downloadThroughputKbps: 1600 * 0.9,
			uploadThroughputKbps: 750 * 0.9,
			cpuSlowdownMultiplier: 4,
		},
	},
})

/** Runs against the Chromium whose debugging port is given, without the audits in `leftOut`. */
export const runLighthouse = async (
	address: string,
	port: number,
	leftOut: readonly string[] = [],
): Promise<LighthouseResult> => {
	const run = await lighthouse(address, { port, logLevel: 'error', output: 'json' }, getSettings(leftOut))
	if (!run) throw new Error(`running Lighthouse on ${address}: it gave no result`)
	const { categories, audits } = run.lhr
	const failed = Object.values(categories).flatMap(({ id, auditRefs }) =>
		auditRefs
			.filter(({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 1)
			.map(({ id: audit }) => `${id}/${audit}`),
	)
	return {
		scores: Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, score ?? 0])),
		paint: audits['largest-contentful-paint']?.numericValue ?? NaN,
		shift: audits['cumulative-layout-shift']?.numericValue ?? NaN,
		failed,
	}
}
