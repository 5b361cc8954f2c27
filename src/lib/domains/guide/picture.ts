/** Names of the pictograms (drawn in `ui/picture`), understood without words by a child who does not read. */
export const pictures = [
	'threat',
	'mocked',
	'stranger',
	'picture',
	'cloud',
	'key',
	'hook',
	'eye',
	'mask',
	'stars',
	'game',
	'moon',
	'dials',
	'seal',
	'home',
	'twins',
	'flag',
	'question',
	'bag',
	'missing',
] as const
export type Picture = (typeof pictures)[number]
