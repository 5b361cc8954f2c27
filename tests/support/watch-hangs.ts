/**
 * Ends a run in which nothing happens any more, and names what it waits for. Each test has a limit of its own, but a loop that never gives
 * way, a file that never ends its import or a hook that is no longer counted would hold up the run until somebody ends it.
 */
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { hookLimit } from './patience.ts'

/** What goes beyond the limits of tests and hooks, which are named by themselves. */
const beyond = 50_000

// oxlint-disable-next-line import/no-default-export -- Vitest takes the default export of a reporter
export default class WatchHangs implements Reporter {
	/** By path: a file that is queued and one that runs are two objects. */
	#waiting = new Map<string, { what: string; limit: number }>()
	#timer: NodeJS.Timeout | undefined

	onTestModuleQueued(module: TestModule): void {
		this.#note(module, 'its import')
	}

	onTestModuleStart(module: TestModule): void {
		this.#note(module, 'its hooks')
	}

	onTestCaseReady(test: TestCase): void {
		this.#note(test.module, test.fullName, test.options.timeout)
	}

	onTestCaseResult(test: TestCase): void {
		this.#note(test.module, `after: ${test.fullName}`)
	}

	onTestModuleEnd(module: TestModule): void {
		this.#waiting.delete(module.relativeModuleId)
		this.#rearm()
	}

	onTestRunEnd(): void {
		clearTimeout(this.#timer)
	}

	#note(module: TestModule, what: string, limit = hookLimit): void {
		this.#waiting.set(module.relativeModuleId, { what, limit: Math.max(limit, hookLimit) })
		this.#rearm()
	}

	/** Files that are queued wait without being hung: the run is, once nothing at all happens in it. */
	#rearm(): void {
		clearTimeout(this.#timer)
		const limits = [...this.#waiting.values()].map(({ limit }) => limit)
		this.#timer = setTimeout(
			() => {
				for (const [file, { what }] of this.#waiting) console.error(`FAIL hang: ${file} > ${what}`)
				process.exit(1)
			},
			Math.max(hookLimit, ...limits) + beyond,
		)
	}
}
