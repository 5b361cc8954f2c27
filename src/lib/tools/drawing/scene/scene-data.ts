import type { Point } from './svg.ts'

export const moods = [
	'calm',
	'glad',
	'afraid',
	'ashamed',
	'angry',
	'relieved',
	'proud',
	'tired',
	'worried',
	'telling',
	'listening',
	'firm',
	'sad',
	'laughing',
	'asleep',
	'reading',
	'breathing',
	'concerned',
] as const
export type Mood = (typeof moods)[number]

export const poses = [
	'rest',
	'heart',
	'hug',
	'hold',
	'hold-one',
	'ear',
	'stop',
	'point',
	'show',
	'think',
	'cheeks',
	'wave',
	'table',
	'hips',
	'cheer',
	'reach',
	'give',
	'none',
] as const
export type Pose = (typeof poses)[number]

export const hands = ['rest', 'flat', 'open', 'fist', 'point', 'lay', 'write', 'none'] as const
export type HandShape = (typeof hands)[number]

export const ages = ['child', 'teen', 'adult', 'elder'] as const
export type Age = (typeof ages)[number]

export const faces = ['oval', 'round', 'heart', 'long', 'square'] as const
export type FaceShape = (typeof faces)[number]

export const hairs = [
	'short',
	'fade',
	'curls',
	'cloud',
	'braids',
	'bun',
	'tail',
	'bob',
	'long',
	'hijab',
	'drape',
	'scarf',
	'cap',
	'taqiya',
	'beanie',
	'turban',
	'bare',
] as const
export type Hair = (typeof hairs)[number]

export const clothes = [
	'sweater',
	'smock',
	'hoodie',
	'shirt',
	'stripes',
	'jacket',
	'djellaba',
	'kaftan',
	'collar',
] as const
export type Clothes = (typeof clothes)[number]

export const cloths = [
	'majorelle',
	'saffron',
	'mint',
	'terra',
	'plum',
	'rose',
	'sky',
	'sand',
	'white',
	'navy',
	'olive',
	'lilac',
	'leaf',
] as const
export type Cloth = (typeof cloths)[number]

export const screens = [
	'off',
	'coin',
	'chat',
	'threat',
	'blocked',
	'capture',
	'call',
	'gift',
	'map',
	'settings',
	'picture',
	'hidden',
	'avatar',
	'group',
	'camera',
	'link',
	'dots',
	'report',
	'video',
	'bed',
	'tick',
	'warn',
	'keys',
	'dock',
	'profile',
	'back',
] as const
export type Screen = (typeof screens)[number]

export const placeNames = [
	'salon',
	'bedroom',
	'roof',
	'derb',
	'hanout',
	'classroom',
	'yard',
	'terrain',
	'taxi',
	'kitchen',
	'office',
	'plain',
] as const
export type PlaceName = (typeof placeNames)[number]

export const hues = ['saffron', 'mint', 'sky', 'rose', 'lilac', 'sand'] as const
export type Hue = (typeof hues)[number]

/** Somebody of the cast, as they are in every picture. Skin from 0, light, to 4, deep. */
export type CastMember = {
	age: Age
	gender: 'girl' | 'boy'
	skin: number
	face: FaceShape
	hair: Hair
	hairColour: 'black' | 'brown' | 'henna' | 'grey'
	cover: Cloth
	wears: Clothes
	cloth: Cloth
	trim: Cloth
	beard?: 'full' | 'short' | 'moustache' | undefined
	has: readonly ('glasses' | 'hearing-aid' | 'wheelchair' | 'lines' | 'freckles')[]
}
export type Cast = Readonly<Record<string, CastMember>>

/** The place that a hand goes to, in units of the frame. One that is laid (`lay`) lies on the shoulder of who is nearest, wherever it is sent. */
export type Hand = { to: Point; shape?: HandShape | undefined; turn?: number | undefined }

/** Somebody in a picture. `at` is the middle of the head, and a head of size 1 is 60 wide. */
export type SceneFigure = {
	who: string
	at: Point
	size?: number | undefined
	mood: Mood
	pose?: Pose | undefined
	/** The hand that acts, as the viewer sees it. */
	side?: 'left' | 'right' | undefined
	/** -1 looks to the left, 1 to the right. */
	turn?: number | undefined
	/** -1 looks up, 1 looks down. */
	nod?: number | undefined
	tilt?: number | undefined
	lean?: number | undefined
	/** Where the eyes go: to us, to somebody, to a point. Unless said, to what they hold, who is near, or what is near. */
	looks?: Point | string | undefined
	holds?: string | undefined
	legs?: 'stand' | 'walk' | 'sit' | 'wheels' | undefined
	isBack?: boolean | undefined
	part?: 'harmed' | 'helps' | 'harms' | undefined
	left?: Hand | undefined
	right?: Hand | undefined
}

/** Something in a picture: its name, and after a colon what it shows. `hands:<who>` draws somebody's hands there, over what stands before it. */
export type SceneThing = {
	thing: string
	at: Point
	size?: number | undefined
	turn?: number | undefined
	colour?: string | undefined
	flip?: boolean | undefined
}

/** A picture as data. What stands later in `shows` stands in front. */
export type Scene = {
	place: PlaceName
	time: 'day' | 'dusk' | 'night'
	hue?: Hue | undefined
	/** The direction has a meaning: the picture is mirrored for who reads from right to left. */
	isDirected: boolean
	/** The nearer camera, for small pictures: [left, top, side]. */
	near?: readonly [number, number, number] | undefined
	/** Shows what the place has before people: counter, desks. */
	front?: boolean | undefined
	shows: readonly (SceneFigure | SceneThing)[]
}
