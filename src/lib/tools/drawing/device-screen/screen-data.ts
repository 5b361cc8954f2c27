/** Kinds of screens. Each is a kind of app or device, drawn by ourselves: none is the screen of one maker. */
export const screenKinds = ['list', 'chat', 'sheet', 'profile', 'video', 'game', 'keys', 'two'] as const
export type ScreenKind = (typeof screenKinds)[number]

/** Things that are touched, or passed, and have no label that was read: it is drawn, and the words beside it describe it. */
export const drawnThings = [
	'message',
	'name',
	'dots',
	'share',
	'report',
	'block',
	'person',
	'people',
	'gear',
	'lock',
	'globe',
	'clock',
	'moon',
	'coin',
	'picture',
	'search',
	'switch',
	'phone',
	'keys-low',
	'keys-high',
	'second-phone',
] as const
export type DrawnThing = (typeof drawnThings)[number]

/** Languages of menus. */
export const menuLanguages = ['ar', 'fr', 'en'] as const
export type MenuLanguage = (typeof menuLanguages)[number]

/** A screen as content writes it. `path`: labels, or drawnThings written `~dots`; the last is touched. `touch`: its row from above, 1 or 2. */
export type DeviceScreen = {
	app: ScreenKind
	menuLanguage: MenuLanguage
	path: readonly string[]
	touch: number
}

/** A step of a path: a label as it was read, or a thing that is described. */
export type PathStep = { label: string } | { thing: DrawnThing }

const isThing = (name: string): name is DrawnThing => (drawnThings as readonly string[]).includes(name)

/** Reads a step of a path; `undefined` where it names a thing that is not drawn. */
export const readMark = (text: string): PathStep | undefined => {
	if (!text.startsWith('~')) return { label: text }
	const name = text.slice(1)
	return isThing(name) ? { thing: name } : undefined
}

/** The labels that a screen shows: those that somebody has to have read. */
export const getLabels = ({ path }: DeviceScreen): string[] => path.filter((step) => !step.startsWith('~'))
