/** What axe-core says of a page that is open in the browser. */
import { readFileSync } from 'node:fs'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** Every rule that is on by default, best practices too, and the size of targets of WCAG 2.2. */
export const allRules: RunOptions = {
	resultTypes: ['violations'],
	rules: { 'target-size': { enabled: true } },
}

/** Puts axe into the page: once, before it is asked. */
export const bringAxe = (page: Page): Promise<unknown> => page.evaluate(axe)

/** What axe finds, one line a finding: the rule, and the element that breaks it. */
export const findViolations = async (page: Page, options: RunOptions): Promise<string[]> => {
	const result = await page.evaluate(
		(given): Promise<AxeResults> =>
			(globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run(given),
		options as never,
	)
	return result.violations.flatMap(({ id, nodes }) =>
		nodes.map(
			({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n')[1] ?? ''}`,
		),
	)
}
