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
	'lock-dial',
	'game',
	'moon',
	'dials',
	'scales',
	'home',
	'twins',
	'flag',
	'question',
] as const
export type Picture = (typeof pictures)[number]
