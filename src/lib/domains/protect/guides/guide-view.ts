import type { Language } from '#base'
import { isStale, pickWords, type InLanguage, type Library } from '#domains/guide'
import type { DeviceScreen } from '#tools/drawing/device-screen'
import { toOwnScreen, type ReadPage } from '../screens/index.ts'
import { guideFreshDays, type DeviceGuide, type GuideWords } from './device-guide.ts'

/** A guide, ready to show. Texts are as written; `language` says whose they are. */
export type GuideView = InLanguage<GuideWords> &
	Pick<DeviceGuide, 'id' | 'kind' | 'audiences' | 'version' | 'tried' | 'checked'> & {
		isStale: boolean
		sources: Library['sources'][string][]
		/** A screen for each goal, in their order. */
		screens: DeviceScreen[]
		pages: ReadPage[]
	}

/** A guide in `language` or the nearest one that has it; `undefined` when there is none. */
export const findGuideView = (
	guides: readonly DeviceGuide[],
	sources: Library['sources'],
	id: string,
	{ language, at }: { language: Language; at: Date },
): GuideView | undefined => {
	const guide = guides.find((candidate) => candidate.id === id)
	const picked = guide && pickWords(guide.words, language)
	if (!guide || !picked) return undefined
	const { kind, audiences, version, tried, checked } = guide
	return {
		...picked,
		id,
		kind,
		audiences,
		version,
		tried,
		checked,
		isStale: isStale(checked, at, guideFreshDays),
		sources: guide.sources.flatMap((source) => sources[source] ?? []),
		screens: guide.screens.map((screen) => toOwnScreen(screen, language)),
		pages: Object.values(guide.pages),
	}
}
