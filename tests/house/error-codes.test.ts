/** Every refusal has a test that names it: a rule that no test names can be taken out, and nobody notices. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src', 'tests'], {
	encoding: 'utf8',
})
	.split('\n')
	.filter((file) => /\.(?:ts|svelte)$/u.test(file) && existsSync(file))
const isTest = (file: string): boolean => file.startsWith('tests/') || file.endsWith('.test.ts')

/** Places that throw: `new AppError('code'`, or a class that extends it; `error(404, 'code')`. */
const thrown = /(?:new \w*Error\(\s*|(?<![\w.])error\(\s*[45]\d\d,\s*)'([a-z][a-z-]*(?:\.[\w-]+)+)'/gu

const listCodes = (text: string): string[] => [...text.matchAll(thrown)].map(([, code = '']) => code)

/** Codes that a test names. What it throws itself says nothing of the product: `describe(new AppError('a.one', …))`. */
const listNamed = (text: string): string[] => {
	const made = new Set(listCodes(text))
	return [...text.matchAll(/(?<![\w.-])[a-z][a-z-]*(?:\.[\w-]+)+(?![\w.-])/gu)]
		.map(([code]) => code)
		.filter((code) => !made.has(code))
}

/** Codes that no test names. May only become fewer. */
const unnamed: readonly string[] = []

test('every code of a refusal stands in a test', () => {
	const read = (file: string): string => readFileSync(file, 'utf8')
	const codes = new Set(files.filter((file) => !isTest(file)).flatMap((file) => listCodes(read(file))))
	const named = new Set(
		files
			.filter((file) => isTest(file) && file !== 'tests/house/error-codes.test.ts')
			.flatMap((file) => listNamed(read(file))),
	)
	expect(codes.size, 'the pattern finds what is thrown').toBeGreaterThan(60)
	expect([...codes].filter((code) => !named.has(code)).sort()).toEqual(unnamed)
})

test('a test that makes an error up by itself does not name its code', () => {
	expect(listNamed("expect(find()).toThrow(refusal('a.one'))")).toContain('a.one')
	const made =
		"describe(new AppError('a.one', 404, 'x')); expect(told).toEqual({ message: 'a.one', and: 'a.two' })"
	expect(listNamed(made)).toEqual(['a.two'])
})

test('codes are found in each way in which the house throws them', () => {
	const text = `throw new AppError('a.one', 409, 'x')
		throw new AppError(
			'a.two-b',
		)
		error(404, 'a.three') ; return new StrictError('a.four')
		console.error(404, 'a.five'); new Error('a plain fault')`
	expect(listCodes(text)).toEqual(['a.one', 'a.two-b', 'a.three', 'a.four'])
})
