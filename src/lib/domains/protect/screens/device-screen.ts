import type { Language } from '#base'
import {
	getLabels,
	menuLanguages,
	readMark,
	screenKinds,
	type DeviceScreen,
} from '#tools/drawing/device-screen'
import * as v from 'valibot'
import { seen } from '../fact.ts'

/** A label of a menu as it stands on a page that somebody read; `source` is the id of that page. */
export const citedLabel = v.strictObject({
	text: v.pipe(v.string(), v.nonEmpty()),
	language: v.picklist(menuLanguages),
	source: v.string(),
})
export type CitedLabel = v.InferOutput<typeof citedLabel>

/** A page that was read: whose, from when, and when we read it. `maker`: the page of whoever makes the app, or runs the service. */
export const citedPage = v.strictObject({
	url: v.pipe(v.string(), v.regex(/^https:\/\/[^\s"<>]+$/u, 'must be an https address')),
	publisher: v.pipe(v.string(), v.nonEmpty()),
	date: v.pipe(v.string(), v.nonEmpty()),
	seen,
	from: v.picklist(['maker', 'other']),
})
export type ReadPage = v.InferOutput<typeof citedPage>

/** Schema of a drawn screen in content. */
export const deviceScreen = v.strictObject({
	app: v.picklist(screenKinds),
	menuLanguage: v.picklist(menuLanguages),
	path: v.pipe(
		v.array(
			v.pipe(
				v.string(),
				v.check((step) => readMark(step) !== undefined, 'is no label and names no thing that is drawn'),
			),
		),
		v.nonEmpty('must hold what is touched'),
	),
	touch: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2)),
})

/** Labels on screens that no cited page has in that language: they would be invented. */
export const findInvented = (screens: readonly DeviceScreen[], cited: readonly CitedLabel[]): string[] =>
	screens.flatMap((screen) =>
		getLabels(screen)
			.filter((text) => !cited.some((label) => label.text === text && label.language === screen.menuLanguage))
			.map((text) => `the label "${text}" (${screen.menuLanguage}) is on a screen and is cited nowhere`),
	)

/** A screen for a reader: where no label says what language the menu speaks, it stands as their own phone would. */
export const toOwnScreen = (screen: DeviceScreen, language: Language): DeviceScreen =>
	getLabels(screen).length > 0 ? screen : { ...screen, menuLanguage: language === 'ar' ? 'ar' : 'fr' }
