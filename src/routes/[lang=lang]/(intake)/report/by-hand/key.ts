/** The key that somebody seals to by hand: with its fingerprint, the root that signed it, and the command. */
import type { Reports } from '#domains/reports/server'
import { fingerprint } from '#tools/seal/sealed'
import { toVerifierKey } from '#tools/seal/signed-note'

export const showKey = async ({ getEpoch, root }: Pick<Reports, 'getEpoch' | 'root'>) => {
	const { recipient, begins, ends } = await getEpoch()
	return {
		key: { recipient, fingerprint: fingerprint(recipient), begins, ends, root: toVerifierKey(root) },
		record: '/intake/epoch',
		command: `age -r ${recipient} -a -o report.age report.txt`,
	}
}
