/** Programs that take the places of a whole machine: each gets a machine of its own (Linux namespaces). */
import { describe, test } from 'vitest'
import { describeProgram } from './programs.ts'
import { findProgram, run } from './running.ts'

/** True when this process may open mount and network namespaces: root, outside a strict container. */
const canIsolate = (): boolean => {
	const unshare = findProgram('unshare')
	return unshare !== undefined && process.getuid?.() === 0 && run(unshare, ['-mn', 'true']).status === 0
}

/** As {@link describeProgram}, for programs that need namespaces as well. */
export const describeIsolated: typeof describeProgram = (program, debianPackage, tests, needs) => {
	if (!findProgram(program) || canIsolate()) return describeProgram(program, debianPackage, tests, needs)
	describe(program, () => {
		test.skip('needs root and namespaces: unshare -mn (util-linux) is refused here', () => undefined)
	})
}
