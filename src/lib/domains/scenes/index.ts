/** Pictures of people and places: what stands in `content/scenes`, and which one a page shows. */
export { findCardFaults } from './card-scenes.ts'
export { buildScenes, describeScene, type Scenes } from './scene-library.ts'
export type { SceneEntry } from './scene-file.ts'
export type { SceneTile } from './tile.ts'
export {
	findHero,
	findPageScene,
	findScene,
	findSceneOf,
	toScenePicture,
	type ScenePicture,
} from './scene-picture.ts'
