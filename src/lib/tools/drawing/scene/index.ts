/** Pictures of people and places from data, as inline SVG (https://www.w3.org/TR/SVG2/) whose colours are custom properties. */
export { drawScene, drawSceneFile, findFrame, findHeads, paintScene, type Camera } from './scene.ts'
export { findGaze, findMood } from './people/gaze.ts'
export { drawToColour } from './colouring.ts'
export { drawPortrait } from './people/portrait.ts'
export {
	moods,
	poses,
	hands,
	ages,
	faces,
	hairs,
	clothes,
	cloths,
	screens,
	placeNames,
	hues,
	type CastMember,
	type Cast,
	type SceneFigure,
	type Scene,
} from './scene-data.ts'
export { things } from './things/things.ts'
