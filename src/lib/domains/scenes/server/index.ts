/** The pictures on the server, as they were built, and their files. */
export { scenes } from './library.ts'
export { makeSceneFile, sceneFileNames } from './scene-files.ts'
export { getPaperScene, type PaperScene } from './paper.ts'
export { findSheetPicture, makeSheetFiles, type SceneSheet } from './scene-sheets.ts'
export { getAnswerScene, getCard, getCardPictures, getHero } from './hero.ts'
