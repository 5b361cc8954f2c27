/** The seven questions of the form, and what can be ticked in each. Words for all of it stand in `messages/report`. */

/** One question a page, in this order. The receipt comes after the last. */
export const formSteps = ['danger', 'who', 'what', 'where', 'words', 'wants', 'reader'] as const
export type FormStep = (typeof formSteps)[number]

export const dangers = ['now', 'maybe', 'no'] as const
export const dangerPictures = { now: 'danger', maybe: 'unsure', no: 'calm' } as const

/** The reporter; nobody has to say. Never a proof of age. `adult`: of age, and it happened to them. */
export const reporters = ['child', 'teen', 'adult', 'parent', 'teacher', 'witness', 'unsaid'] as const
export type Reporter = (typeof reporters)[number]

export const wants = ['tell', 'remove', 'stop', 'police', 'talk'] as const

export const placeKinds = ['link', 'app', 'unknown'] as const

/**
 * A picture that stands for what happened. `situation`: what the help finder calls it; `topic`: the subject of the website that says what
 * to do meanwhile, where the situation has no words of its own.
 */
export type Tile = { id: string; picture: string; topic?: string; situation: string }

/** Eight pictures: the topics that raise help, then what else people report. Ids are what a report says for ever. */
export const tiles = [
	{ id: 'sexual-extortion', picture: 'threat', topic: 'sexual-extortion', situation: 'threatened' },
	{ id: 'grooming', picture: 'stranger', topic: 'grooming', situation: 'stranger' },
	{ id: 'intimate-images', picture: 'picture', topic: 'intimate-images', situation: 'images-shared' },
	{ id: 'bullying', picture: 'mocked', topic: 'bullying', situation: 'mocked' },
	{ id: 'self-harm', picture: 'cloud', topic: 'self-harm', situation: 'dark-thoughts' },
	{ id: 'abuse-seen', picture: 'flag', situation: 'abuse-seen' },
	{ id: 'abuse-at-home', picture: 'home', situation: 'hurt-at-home' },
	{ id: 'other', picture: 'question', situation: 'other' },
] as const satisfies readonly Tile[]
export type TileId = (typeof tiles)[number]['id']

/** First things to do exist for everything that has a name. */
export const hasFirstMinutes = ({ id }: Tile): boolean => id !== 'other'

export const tileIds: readonly TileId[] = tiles.map(({ id }) => id)
