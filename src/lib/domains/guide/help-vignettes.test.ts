import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readLibrary } from '../../../../tests/support/content.ts'
import { languages, type Language } from '#base'
import { toPlainLetters } from '#tools/script/tashkil'
import { createWords } from '#ui/words'
import { findAdvice } from './advice.ts'
import { findAnswerView } from './answer-view.ts'
import type { Asker } from './contact.ts'
import { findHelp, urgencies, type Help, type HelpRequest, type Urgency } from './help-finder.ts'
import { getStateText } from './ui/door/channel-words.ts'

type Vignette = {
	says: string
	ask: string
	at: string
	first?: string
	channel?: string
	page?: string
	'says-must'?: Partial<Record<Language, string>>
	'says-never'?: Partial<Record<Language, string>>
} & Partial<
	Record<
		| 'open'
		| 'silent'
		| 'offers'
		| 'order'
		| 'later'
		| 'never'
		| 'big'
		| 'state'
		| 'beside'
		| 'calls'
		| 'bar'
		| 'ward'
		| 'parents'
		| 'nearby',
		string
	>
>
type Table = { moments: Record<string, { at: string; local: string }>; vignettes: Vignette[] }

const library = readLibrary()
const tableFile = new URL('../../../../tests/guide/help-finder.vignettes.yaml', import.meta.url)
const { moments, vignettes } = parse(readFileSync(tableFile, 'utf8')) as Table
const words = (text: string | undefined): string[] => text?.split(' ') ?? []
const idsOf = (doors: Help['open']): string[] => doors.map((door) => door.contact.id)

const toRequest = ({ ask, at }: Vignette): HelpRequest => {
	const [id, asker, urgency, names] = ask.split(' ')
	const situation = library.situations.find((candidate) => candidate.id === id)
	const moment = moments[at]
	if (!situation || !moment)
		throw new Error(`cannot read vignette "${ask}" at ${at}: no such situation or moment`)
	expect(situation.who).toContain(asker)
	expect(urgencies).toContain(urgency)
	return {
		situation,
		asker: asker as Asker,
		urgency: urgency as Urgency,
		staysUnnamed: names === 'unnamed',
		at: new Date(moment.at),
	}
}

test.each(Object.entries(moments))(
	'moment %s of the vignettes is the local time that it says',
	(_, { at, local }) => {
		const format = {
			timeZone: 'Africa/Casablanca',
			weekday: 'short',
			hour: '2-digit',
			minute: '2-digit',
		} as const
		expect(new Intl.DateTimeFormat('en-GB', format).format(new Date(at)).replace(',', '')).toBe(local)
	},
)

test.each(vignettes)('findHelp() leads "$ask" at $at: $says', (vignette) => {
	const help = findHelp(toRequest(vignette), library)
	const [open, always, later] = [idsOf(help.open), idsOf(help.always), idsOf(help.later)]
	const page = [...open, ...always, ...later]
	if (vignette.first) expect(page[0]).toBe(vignette.first)
	expect(open).toEqual(expect.arrayContaining(words(vignette.open)))
	for (const id of words(vignette.silent)) expect(open).not.toContain(id)
	expect([...open, ...always]).toEqual(expect.arrayContaining(words(vignette.offers)))
	expect(later).toEqual(expect.arrayContaining(words(vignette.later)))
	for (const id of words(vignette.never)) expect(page).not.toContain(id)
	const order = words(vignette.order)
	expect(page.filter((id) => order.includes(id))).toEqual(order)
	const firstDoor = [...help.open, ...help.always][0]
	if (vignette.channel) expect(firstDoor?.channels[0]?.type).toBe(vignette.channel)
	const shown = findAnswerView(library, toRequest(vignette), 'fr')?.page
	if (vignette.page) expect(shown?.audience ?? 'none').toBe(vignette.page)
})

const wanted = [
	'first',
	'open',
	'offers',
	'order',
	'later',
	'big',
	'calls',
	'bar',
	'nearby',
	'says-must',
] as const
const unwanted = ['silent', 'never', 'says-never'] as const

test('there are at least 150 vignettes, and each says what must and what must not stand in the answer', () => {
	expect(vignettes.length).toBeGreaterThanOrEqual(150)
	for (const vignette of vignettes) {
		expect(
			wanted.some((key) => vignette[key]),
			vignette.says,
		).toBe(true)
		expect(
			unwanted.some((key) => vignette[key]),
			vignette.says,
		).toBe(true)
	}
})

const french = createWords('fr')
const sayYes = (holds: boolean): string => (holds ? 'yes' : 'no')
const seen = vignettes.filter(
	({ big, beside, calls, bar, ward, parents, nearby }) =>
		big ?? beside ?? calls ?? bar ?? ward ?? parents ?? nearby,
)
test.each(seen)('the page for "$ask" at $at shows first what helps: $says', (vignette) => {
	const { big, state, beside, calls, bar, ward, parents, nearby } = vignette
	const answer = findAnswerView(library, toRequest(vignette), 'fr')
	if (!answer) throw new Error(`no answer for ${vignette.ask}`)
	const [channel] = answer.first.channels
	if (big) expect(answer.first.contact.id).toBe(big)
	if (state) expect(channel && getStateText(channel, french).replaceAll('\u00a0', ' ')).toBe(state)
	if (beside) expect(idsOf(answer.beside).slice(0, words(beside).length)).toEqual(words(beside))
	if (calls) expect(answer.calls.map(({ id }) => id)).toEqual(words(calls))
	if (bar) expect(answer.call).toBe(bar)
	if (ward) expect(sayYes(answer.wantsWard)).toBe(ward)
	if (parents) expect(sayYes(answer.parents !== undefined)).toBe(parents)
	if (nearby) expect(answer.nearby.map(({ id }) => id)).toEqual(words(nearby))
})

/** All that the answer says first, in a language; Arabic without the vowel marks that children read. */
const sayOf = (request: HelpRequest, language: Language): string => {
	const advice = findAdvice(library, { ...request, language })
	const said = [...(advice?.now ?? []).flatMap((step) => [step.do, step.how ?? '']), advice?.say ?? '']
	return toPlainLetters(said.join('\n'))
}

const spoken = vignettes.filter((vignette) => vignette['says-must'] ?? vignette['says-never'])
test.each(spoken)(
	'the words for "$ask" say what they must and nothing that they may not: $says',
	(vignette) => {
		const request = toRequest(vignette)
		for (const language of languages) {
			const says = sayOf(request, language)
			const must = vignette['says-must']?.[language]
			const never = vignette['says-never']?.[language]
			if (must) expect(says).toMatch(new RegExp(must, 'iu'))
			if (never) expect(says).not.toMatch(new RegExp(never, 'iu'))
		}
	},
)

test('the vignettes cover every situation for every asker that it allows', () => {
	const covered = new Set(vignettes.map(({ ask }) => ask.split(' ').slice(0, 2).join(' ')))
	const wanted = library.situations.flatMap(({ id, who }) => who.map((asker) => `${id} ${asker}`))
	expect(wanted.filter((pair) => !covered.has(pair))).toEqual([])
})
