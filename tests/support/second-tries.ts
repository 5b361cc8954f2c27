/** Names the tests that passed at their second try only: such a run is green and not clean. */
import type { Reporter, TestCase } from 'vitest/node'

// oxlint-disable-next-line import/no-default-export -- Vitest takes the default export of a reporter
export default class SecondTries implements Reporter {
	onTestCaseResult(test: TestCase): void {
		if (test.result().state !== 'passed' || (test.diagnostic()?.retryCount ?? 0) === 0) return
		console.log(`\nsecond try: ${test.module.relativeModuleId} > ${test.fullName}`)
	}
}
