import { expect, test } from 'vitest'
import { locales } from '#base'
import { createWords } from '#ui/words'
import { readContent, readLibrary } from '../../../../../tests/support/content.ts'
import { buildPlanContent } from './plan-library.ts'

const files = readContent()
const library = readLibrary()
const rules = 'content/protect/plan/steps.yaml'

/** The content with one file changed; the change must find something. */
const build = (file: string, from: string | RegExp, to: string) => {
	const text = files.get(file) ?? ''
	const changed = text.replace(from, to)
	if (changed === text) throw new Error(`the test changes nothing in ${file}`)
	return () => buildPlanContent(new Map(files).set(file, changed), library)
}

test('buildPlanContent() reads the content as it stands', () => {
	const { rules: read, values } = buildPlanContent(files, library)
	expect(read.steps.length).toBeGreaterThan(20)
	expect(values['private-dns']).toMatch(/^[a-z.-]+$/u)
})

test('buildPlanContent() has no sentence that promises an answer of the check page', () => {
	const promise = /page de contrôle|check page|صفحة التحقق|ⵜⴰⵙⵏⴰ ⵏ ⵓⵙⵍⴽⵏ/u
	for (const language of ['fr', 'ar', 'en', 'zgh'])
		expect(files.get(`content/protect/plan/${language}.yaml`)).not.toMatch(promise)
})

test('the link to the check page promises no answer: without names of its own the page cannot check anything', () => {
	for (const locale of locales)
		expect(createWords(locale).t('plan.check'), locale).not.toMatch(
			/vérifi|check:|really|vraiment|تحقق|فعلا|ⵙⵍⴽⵏ|sselkn/iu,
		)
})

test('a step shows the screen of its goal as the guide has it, or its own without a label', () => {
	const { steps } = buildPlanContent(files, library).rules
	const getScreen = (id: string) => steps.find((step) => step.id === id)?.screen
	expect(getScreen('android-private-dns')?.path).toEqual(['~gear', '~globe'])
	expect(files.get('content/protect/guides/whatsapp/guide.yaml')).toContain(
		`path: [${
			getScreen('whatsapp')
				?.path.map((mark) => `'${mark}'`)
				.join(', ') ?? ''
		}]`,
	)
	expect(getScreen('talk')).toBeUndefined()
})

test('buildPlanContent() knows no price: every step is free', () => {
	expect(buildPlanContent(files, library).rules.steps.filter(({ cost }) => cost !== 0)).toEqual([])
})

test.each([
	[
		'a step that gets stricter with age',
		rules,
		"'12-14': balanced, '15-17': gentle",
		"'12-14': gentle, '15-17': strict",
	],
	['a step that enables and restricts', rules, "'9-11': together", "'9-11': strict"],
	['a guide that is not there', rules, 'guide: whatsapp', 'guide: whatsup'],
	['a target that is not there', rules, 'file: android-private-dns', 'file: android'],
	[
		'a check that cannot answer for the device',
		rules,
		/verify: by-hand\n {4}shows: private-dns/u,
		'verify: is-it-on\n    shows: private-dns',
	],
	[
		'a check that cannot answer for a box',
		rules,
		/verify: by-hand\n {4}shows: addresses/u,
		'verify: is-it-on\n    shows: addresses',
	],
	['a goal that the guide does not have', rules, 'screen: { goal: 4 }', 'screen: { goal: 40 }'],
	['a label that nobody has read', rules, "['~gear', '~globe']", "['~gear', 'DNS']"],
	['a page that is not there', rules, 'page: parents/games', 'page: parents/toys'],
	['an id twice', rules, 'id: night', 'id: talk'],
	['an age nobody knows', rules, "'0-5': 28", "'0-7': 28"],
	['a review after four days', rules, "'0-5': 28", "'0-5': 4"],
	['a missing word', 'content/protect/plan/fr.yaml', /^ {2}night:/mu, '  nights:'],
	['a phone number', 'content/protect/plan/en.yaml', 'Begin with two settings', 'Call 0522000000'],
	['a word to avoid', 'content/protect/plan/en.yaml', 'What feels unfair?', 'You should not have.'],
	['a title that is too long', 'content/protect/plan/ar.yaml', 'عشر دقائق للحديث', 'عشر دقائق '.repeat(9)],
])('buildPlanContent() refuses %s and names the file', (_what, file, from, to) => {
	expect(build(file, from, to)).toThrow(file)
})

test('buildPlanContent() refuses a language that is missing', () => {
	const fewer = new Map(files)
	fewer.delete('content/protect/plan/zgh.yaml')
	expect(() => buildPlanContent(fewer, library)).toThrow('content/protect/plan/zgh.yaml:1: is missing')
})
