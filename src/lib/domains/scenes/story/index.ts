/** Pictures of stories: covers, steps, ends, and the faces of who speaks. */
export { findEndScene, findStoryScene, nameFaceFile } from './story-scene.ts'
