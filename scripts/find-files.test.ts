import { describe, expect, test } from 'vitest'
import { findFiles, isClientFile, toAddress, toPack, toSlashes } from './find-files.ts'

/** The same file as the two systems name it. */
const asOnBoth = (path: string): string[] => [path, path.replaceAll('/', '\\')]

describe('names of files, as Linux and as Windows give them', () => {
	test.each(asOnBoth('build/client/_app/immutable/assets/digits.abc.woff2'))('%s has an address', (file) => {
		expect(toAddress(file)).toBe('/_app/immutable/assets/digits.abc.woff2')
		expect(isClientFile(file)).toBe(true)
	})

	test.each(asOnBoth('build/prerendered/fr/skills/lessons/first-phone/teacher.pdf'))(
		'%s is of a pack',
		(file) => {
			expect(toPack(file)).toEqual({ lesson: 'first-phone', lang: 'fr' })
			expect(isClientFile(file)).toBe(false)
			expect(toAddress(file)).toBe('/fr/skills/lessons/first-phone/teacher.pdf')
		},
	)

	test.each(asOnBoth('content/topics/bullying/teens/fr.md'))('%s is named as content is', (file) => {
		expect(toSlashes(file)).toBe('content/topics/bullying/teens/fr.md')
	})

	test('a folder that only begins like the build is none of it', () => {
		expect(isClientFile('build/clients/x.js')).toBe(false)
		expect(toAddress('build/clients/x.js')).toBe('build/clients/x.js')
	})

	test('files are found by pattern', () => {
		expect(findFiles('content/country/*.yaml')).toContain('content/country/contacts.yaml')
	})
})
