import type { Language } from '#base'
import { isStale } from '#domains/guide'
import type { DeviceScreen } from '#tools/drawing/device-screen'
import { toOwnScreen, type ReadPage } from '../screens/index.ts'
import { howTos, askedAfter, type AppHowTo, type AppWords, type Statement } from './app-file.ts'

/** A statement for a reader: its sentence, as written; its source as it was read. */
export type SaidOfApp = Pick<Statement, 'confidence' | 'address'> & {
	text: string
	source: ReadPage | undefined
	screen: DeviceScreen | undefined
}

/** An app for a reader in their language. */
export type AppView = Pick<AppHowTo, 'id' | 'name' | 'kind' | 'guide' | 'checked'> & {
	language: Language
	review: AppWords['review']
	isStale: boolean
	howTos: { id: (typeof howTos)[number]; said: SaidOfApp[] }[]
	questions: { id: (typeof askedAfter)[number]; said: SaidOfApp[] }[]
	takeDown: SaidOfApp | undefined
	/** Devices whose pages say how a screen is captured; none on the page of a device. */
	devices: { id: string; name: string }[]
}

/** Days after which a page about an app is marked stale. */
const freshDays = 180

/** The page of an app; `undefined` when there is none. */
export const findAppView = (
	apps: readonly AppHowTo[],
	id: string,
	{ language, at }: { language: Language; at: Date },
): AppView | undefined => {
	const app = apps.find((candidate) => candidate.id === id)
	if (!app) return undefined
	const { name, kind, guide, checked, words, sources } = app
	const toSaid = ({ say, confidence, address, source, screen }: Statement): SaidOfApp => ({
		confidence,
		address,
		text: (words[language].phrases[say] ?? '').replaceAll('{app}', name),
		source: source === undefined ? undefined : sources[source],
		screen: screen && toOwnScreen(screen, language),
	})
	const collect = <Part extends (typeof howTos)[number] | (typeof askedAfter)[number]>(
		parts: readonly Part[],
	): { id: Part; said: SaidOfApp[] }[] =>
		parts.flatMap((part) => (app[part] ? [{ id: part, said: app[part].map(toSaid) }] : []))
	return {
		id,
		name,
		kind,
		guide,
		checked,
		language,
		review: words[language].review,
		isStale: isStale(checked, at, freshDays),
		howTos: collect(howTos),
		questions: collect(askedAfter),
		takeDown: app.takeDown && toSaid(app.takeDown),
		devices:
			kind === 'device'
				? []
				: apps
						.filter((other) => other.kind === 'device')
						.map((other) => ({ id: other.id, name: other.name })),
	}
}

/** Apps and devices as ways on. */
export const getAppCards = (apps: readonly AppHowTo[]): Pick<AppHowTo, 'id' | 'name' | 'kind' | 'topics'>[] =>
	apps.map(({ id, name, kind, topics }) => ({ id, name, kind, topics }))
