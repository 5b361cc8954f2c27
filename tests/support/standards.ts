/** Schemas and samples of standards that lie beside the checkout, in `shared/standards`. They are read by tests and never copied into the product. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, test } from 'vitest'

const upwards = (folder: string): string[] =>
	folder === dirname(folder) ? [folder] : [folder, ...upwards(dirname(folder))]

/** Path of a folder of `shared/standards`; `undefined` on a machine without it. */
export const findStandard = (name: string): string | undefined =>
	upwards(process.cwd())
		.map((folder) => join(folder, 'shared', 'standards', name))
		.find((folder) => existsSync(folder))

/** Tests that read a folder of `shared/standards`: without it they are skipped, and their name says what is missing. */
export const describeStandard = (name: string, tests: (folder: string) => void): void => {
	const folder = findStandard(name)
	describe(name, () => {
		if (folder !== undefined) return tests(folder)
		test.skip(`shared/standards/${name} is not beside the checkout`, () => undefined)
	})
}
